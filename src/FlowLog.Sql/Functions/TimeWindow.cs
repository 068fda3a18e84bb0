using System.Globalization;

namespace FlowLog.Sql.Functions;

/// <summary>Lengths of time such as <c>1m</c>: a whole number and s, m, h or d.</summary>
internal static class TimeWindow
{
    private const long MostSeconds = 366L * 86_400;

    /// <exception cref="InvalidValueException">It is none, or more than a year.</exception>
    public static long SecondsOf(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => 0,
        };
        if (unit == 0 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0 || count * (long)unit > MostSeconds)
            throw new InvalidValueException($"'{text}' is no length of time such as 30s, 1m, 2h or 1d, of a year at most");
        return count * (long)unit;
    }
}
