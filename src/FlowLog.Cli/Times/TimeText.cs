using System.Globalization;

namespace FlowLog.Cli.Times;

/// <summary>
/// Times as people type them: ISO 8601 (UTC where no zone stands, midnight where no time stands), Unix seconds, <c>now</c>, or so long
/// before now: <c>-2h</c>.
/// </summary>
internal static class TimeText
{
    public const string Expected = "a time such as 2026-11-22T09:30:00Z, Unix seconds, -2h or now";

    public const string ExpectedSpan = "a number and one of s, m, h, d and w, such as 15m, 1h or 7d";

    /// <summary>The end of the year 9998, as the service has it.</summary>
    private const long LastSecond = 253_370_764_799;

    /// <param name="seconds">Unix seconds from 0 to <see cref="LastSecond"/>.</param>
    public static bool TryParse(string text, DateTimeOffset now, out long seconds)
    {
        seconds = now.ToUnixTimeSeconds();
        if (text == "now")
            return true;
        if (text.StartsWith('-') && TryParseSpan(text[1..], out var span))
            seconds -= span;
        else if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && !TryParseDate(text, out seconds))
            return false;
        return seconds is >= 0 and <= LastSecond;
    }

    /// <param name="seconds">1 to <see cref="LastSecond"/>.</param>
    public static bool TryParseSpan(string text, out long seconds)
    {
        seconds = 0;
        var unit = text.Length < 2 ? 0 : text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 7 * 86_400,
            _ => 0,
        };
        if (unit == 0 || !long.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > LastSecond / unit)
            return false;
        seconds = count * unit;
        return seconds > 0;
    }

    private static bool TryParseDate(string text, out long seconds)
    {
        seconds = 0;
        // Without this .NET takes 10:30 for today, and 5/6 for a month and a day.
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || text[..4].Any(letter => !char.IsAsciiDigit(letter)))
            return false;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        seconds = time.ToUnixTimeSeconds();
        return true;
    }
}
