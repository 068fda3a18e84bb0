using System.Globalization;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Times as functions have them: texts such as <c>2026-01-01 00:00:00.000</c> in UTC, or Unix seconds. Inside they are milliseconds since 1970.</summary>
internal static class TimeText
{
    public const int Bytes = 23;
    private const long Earliest = -62_135_596_800_000;
    private const long Latest = 253_402_300_799_999;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
    ];

    /// <summary>The time that an argument says.</summary>
    /// <exception cref="InvalidValueException">It says none between the years 1 and 9999.</exception>
    public static long Time(this FunctionCall call, int number) => call[number].Type switch
    {
        SqliteCodes.Integer => Checked(call, number, call[number].Integer * (Int128)1_000),
        SqliteCodes.Real => double.Abs(call.Real(number)) < 1e12 ? Checked(call, number, (Int128)Math.Floor(call.Real(number) * 1_000)) : throw NoTime(call, number),
        _ => TryRead(call[number].Utf8, out var time) || TryRead(call.Text(number), out time) ? time : throw NoTime(call, number),
    };

    /// <summary>Puts a time as its text.</summary>
    public static void Set(SqliteResult result, long time)
    {
        Span<byte> text = stackalloc byte[Bytes];
        Write(DateOf(time), text);
        result.Set(text);
    }

    /// <exception cref="InvalidValueException">It is before the year 1 or after 9999.</exception>
    public static DateTime DateOf(long time) => time is >= Earliest and <= Latest
        ? DateTime.UnixEpoch.AddMilliseconds(time)
        : throw new InvalidValueException("the time is not between the years 1 and 9999");

    public static long Of(DateTime date) => (date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>Reads a time's text in one of its forms; null if it is in none.</summary>
    public static bool TryRead(string text, out long time)
    {
        var found = DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date);
        time = found ? Of(date) : 0;
        return found;
    }

    /// <summary>Reads the form that is written, which is by far the most frequent.</summary>
    private static bool TryRead(ReadOnlySpan<byte> text, out long time)
    {
        time = 0;
        if (text.Length != Bytes || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':' || text[19] != '.')
            return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second, part) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]), Digits(text[20..23]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || part < 0)
            return false;
        time = Of(new DateTime(year, month, day, hour, minute, second, part, DateTimeKind.Utc));
        return true;
    }

    /// <returns>Negative if there is something else than digits.</returns>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit((char)c))
                return -1;
            number = (number * 10) + (c - '0');
        }

        return number;
    }

    private static void Write(DateTime date, Span<byte> text)
    {
        Write(date.Year, text[..4]);
        text[4] = (byte)'-';
        Write(date.Month, text[5..7]);
        text[7] = (byte)'-';
        Write(date.Day, text[8..10]);
        text[10] = (byte)' ';
        Write(date.Hour, text[11..13]);
        text[13] = (byte)':';
        Write(date.Minute, text[14..16]);
        text[16] = (byte)':';
        Write(date.Second, text[17..19]);
        text[19] = (byte)'.';
        Write(date.Millisecond, text[20..23]);
    }

    private static void Write(int number, Span<byte> digits)
    {
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            digits[at] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private static long Checked(FunctionCall call, int number, Int128 time) => time >= Earliest && time <= Latest ? (long)time : throw NoTime(call, number);

    private static InvalidValueException NoTime(FunctionCall call, int number) =>
        new($"'{call.Shown(number)}' is no time such as '2026-01-01 00:00:00.000' or Unix seconds");
}
