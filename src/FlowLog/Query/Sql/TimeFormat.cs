using System.Globalization;
using System.Text;

namespace FlowLog.Query.Sql;

/// <summary>How a time is written: the pieces of a format of date_format.</summary>
internal sealed record TimeFormat
{
    /// <summary>A timestamp, as from_unixtime and date_trunc write it.</summary>
    public static readonly TimeFormat Timestamp = new("yyyy-MM-dd HH:mm:ss.000", 1);

    private const long Day = 86_400;

    private readonly string _pattern;

    private TimeFormat(string pattern, long? stretch) => (_pattern, Stretch) = (pattern, stretch);

    /// <summary>
    /// Seconds of the stretches of which all times are written alike, and different ones differ, in the order of time; null if the
    /// format leaves out something greater than the least that it shows, or shows it before.
    /// </summary>
    public long? Stretch { get; }

    public string Of(DateTimeOffset time) => time.ToString(_pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads a format; null if it has pieces that are not known.</summary>
    public static TimeFormat? Read(string format)
    {
        var (pattern, pieces) = (new StringBuilder(), new StringBuilder());
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
                pattern.Append('\\').Append(format[at]);
            else if (++at < format.Length && PieceOf(format[at]) is { } piece)
                (pattern, pieces) = (pattern.Append(piece), pieces.Append(format[at] == 'T' ? "His" : format[at] == 'S' ? 's' : format[at]));
            else
                return null;
        }

        return new(pattern.ToString(), StretchOf(pieces.ToString()));
    }

    private static string? PieceOf(char piece) => piece switch
    {
        'Y' => "yyyy",
        'm' => "MM",
        'd' => "dd",
        'H' => "HH",
        'i' => "mm",
        's' or 'S' => "ss",
        'T' => "HH:mm:ss",
        _ => null,
    };

    private static long? StretchOf(string pieces) => pieces switch
    {
        "Ymd" => Day,
        "YmdH" => 3_600,
        "YmdHi" => 60,
        "YmdHis" => 1,
        _ => null,
    };
}
