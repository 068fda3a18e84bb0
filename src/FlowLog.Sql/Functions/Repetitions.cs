using System.Globalization;

namespace FlowLog.Sql.Functions;

/// <summary>How large the counts of a regular expression make it: <c>(a{100}){100}</c> is as long as 10,000 characters.</summary>
internal static class Repetitions
{
    public const int Most = 2_000;

    /// <summary>The product of all counts in braces; more than it can be if they do not lie in each other.</summary>
    public static double Of(string pattern)
    {
        var product = 1.0;
        for (var at = pattern.IndexOf('{', StringComparison.Ordinal); at >= 0; at = pattern.IndexOf('{', at + 1))
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0)
                break;
            var counts = pattern[(at + 1)..end].Split(',');
            product *= Math.Max(1, counts.Max(count => double.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1));
        }

        return product;
    }
}
