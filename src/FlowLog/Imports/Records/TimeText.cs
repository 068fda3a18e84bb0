namespace FlowLog.Imports.Records;

/// <summary>Times as records have them: Unix seconds or milliseconds, or a date and time of day in UTC.</summary>
internal sealed class TimeText
{
    private const int MinuteLetters = 16;
    private const int SecondLetters = 19;

    // Lines follow each other in time: most share the minute with the one before.
    private readonly byte[] _minute = new byte[MinuteLetters];
    private long _minuteSeconds;

    /// <summary>Reads <c>1767225600</c>, <c>1767225600000</c>, <c>2026-01-01 00:00:00.123</c> or <c>2026-01-01T00:00:00Z</c>; parts of a second fall away.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out long seconds)
    {
        if (FieldText.TryTime(text, out var nanoseconds))
        {
            seconds = nanoseconds / 1_000_000_000;
            return true;
        }

        seconds = 0;
        if (text.Length < SecondLetters || !IsEnd(text[SecondLetters..]))
            return false;
        if (!text[..MinuteLetters].SequenceEqual(_minute) && !TryMinute(text[..MinuteLetters]))
            return false;
        if (text[MinuteLetters] != ':' || !FieldText.TryNumber(text[(MinuteLetters + 1)..SecondLetters], 59, out var rest))
            return false;
        seconds = _minuteSeconds + rest;
        return true;
    }

    private bool TryMinute(ReadOnlySpan<byte> text)
    {
        if (text[4] != '-' || text[7] != '-' || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':'
            || !FieldText.TryNumber(text[..4], 2261, out var year) || !FieldText.TryNumber(text[5..7], 12, out var month)
            || !FieldText.TryNumber(text[8..10], 31, out var day) || !FieldText.TryNumber(text[11..13], 23, out var hour)
            || !FieldText.TryNumber(text[14..16], 59, out var minute) || year < 1970 || month < 1 || day < 1
            || day > DateTime.DaysInMonth((int)year, (int)month))
            return false;
        var time = new DateTimeOffset((int)year, (int)month, (int)day, (int)hour, (int)minute, 0, TimeSpan.Zero);
        _minuteSeconds = time.ToUnixTimeSeconds();
        text.CopyTo(_minute);
        return true;
    }

    /// <summary>Nothing, parts of a second, the letter of UTC, or its distance of none.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'.', ..])
            text = text[1..].TrimStart("0123456789"u8);
        return text.IsEmpty || text is [(byte)'Z'] || text.SequenceEqual("+00"u8) || text.SequenceEqual("+00:00"u8);
    }
}
