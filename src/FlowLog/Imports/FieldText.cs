namespace FlowLog.Imports;

/// <summary>Numbers as logs write them: digits only.</summary>
internal static class FieldText
{
    /// <summary>No count of packets or bytes of one tuple reaches it: a petabyte in five minutes.</summary>
    public const long MaxCounter = 1_000_000_000_000_000;

    private const int MaxDigits = 18;
    private const long Milliseconds = 100_000_000_000;
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The last second whose nanoseconds fit: in the year 2262.</summary>
    private const long LastSecond = long.MaxValue / NanosecondsPerSecond - 1;

    /// <summary>Reads a number from 0 to <paramref name="most"/>.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, long most, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > MaxDigits)
            return false;
        foreach (var letter in text)
        {
            var digit = (uint)letter - '0';
            if (digit > 9)
                return false;
            number = (number * 10) + digit;
        }

        return number <= most;
    }

    /// <summary>A count; empty is 0.</summary>
    public static bool TryCounter(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        return text.IsEmpty || TryNumber(text, MaxCounter, out number);
    }

    /// <summary>Nanoseconds since 1970 of a time in seconds or, above 10^11, in milliseconds: logs have both.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (!TryNumber(text, long.MaxValue, out var time))
            return false;
        var isMilliseconds = time > Milliseconds;
        if ((isMilliseconds ? time / 1000 : time) > LastSecond)
            return false;
        nanoseconds = time * (isMilliseconds ? NanosecondsPerMillisecond : NanosecondsPerSecond);
        return true;
    }
}
