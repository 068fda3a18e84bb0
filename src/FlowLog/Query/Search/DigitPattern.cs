using System.Buffers;
using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Wildcards among the decimal digits of numbers.</summary>
internal static class DigitPattern
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789*?");

    public static bool IsOne(string text) => !text.AsSpan().ContainsAnyExcept(Letters);

    /// <summary>Numbers whose digits meet a pattern; if it says how they begin, those are ranges, one a length.</summary>
    /// <param name="pattern">Begins with a digit.</param>
    public static FlowPredicate Like(FlowField field, WordPattern pattern)
    {
        var text = pattern.Text;
        var known = text.AsSpan().IndexOfAny('*', '?');
        var rest = text.AsSpan(known);
        if (rest.ContainsAnyExcept('*', '?'))
            return new NumberLike(field, pattern);
        var least = rest.Count('?');
        return new NumberIn(field, [.. Beginning(text[..known], least, rest.Contains('*') ? int.MaxValue : least)]);
    }

    /// <param name="least">How many digits follow at least, and at most <paramref name="most"/>.</param>
    private static IEnumerable<ColumnRange> Beginning(string digits, int least, int most)
    {
        if (digits[0] == '0')
            return digits.Length == 1 && least == 0 ? [new(0, 0)] : [];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return [];
        var ranges = new List<ColumnRange>();
        Int128 length = 1;
        for (var following = 0; following <= most && number * length <= long.MaxValue; following++, length *= 10)
        {
            if (following >= least)
                ranges.Add(new((long)(number * length), (long)Int128.Min(((number + Int128.One) * length) - 1, long.MaxValue)));
        }

        return ranges;
    }
}
