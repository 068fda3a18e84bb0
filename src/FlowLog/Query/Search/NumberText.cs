using System.Globalization;

namespace FlowLog.Query.Search;

/// <summary>Numbers, amounts and times as a search has them.</summary>
internal static class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Longer ones are cut: their meaning is beyond any record's.</summary>
    private const int MostDigits = 25;

    /// <summary>A thousand times as much is beyond any record's number, and within a decimal's bounds whatever the unit.</summary>
    private const decimal MostOfUnit = 10_000_000_000_000_000;

    private static readonly Dictionary<string, decimal> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1,
        ["k"] = 1_000,
        ["M"] = 1_000_000,
        ["G"] = 1_000_000_000,
        ["T"] = 1_000_000_000_000,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
    };

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Digits, with a sign and a decimal point if there is one.</summary>
    public static decimal? Plain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[^1]) || text[0] is not ('-' or '+' or '.' or (>= '0' and <= '9')))
            return null;
        if (text.Length > MostDigits && text.All(char.IsAsciiDigit))
            text = "1" + new string('0', MostDigits);
        return text.Length <= MostDigits + 1 && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A number with a unit: k, M, G and T of 1,000, Ki, Mi, Gi and Ti of 1,024, each with or without B.</summary>
    public static decimal? Amount(string text)
    {
        var digits = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var unit = text[digits..].TrimStart();
        if (unit.Length > 1 && unit[^1] is 'B' or 'b')
            unit = unit[..^1];
        if (!Units.TryGetValue(unit, out var factor) || Plain(text[..digits]) is not { } number)
            return null;
        return factor == 1 ? number : Math.Clamp(number, -MostOfUnit, MostOfUnit) * factor;
    }

    /// <summary>Unix seconds of an ISO 8601 date, or date and time; without an offset it is UTC.</summary>
    public static decimal? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond
            : null;
}
