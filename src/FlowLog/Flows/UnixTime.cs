namespace FlowLog.Flows;

/// <summary>Times of packets.</summary>
public static class UnixTime
{
    private const long Second = 1_000_000_000;
    private const long NanosecondsPerTick = 100;

    /// <summary>A time in nanoseconds since 1970.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>The second that holds a time given in nanoseconds since 1970, which may be negative.</summary>
    public static long Seconds(long nanoseconds) => (nanoseconds / Second) - (nanoseconds % Second < 0 ? 1 : 0);
}
