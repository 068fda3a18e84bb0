namespace FlowLog.Flows;

/// <summary>A capture window in Unix seconds: start inclusive, end exclusive, aligned to its length, so that it never crosses an hour.</summary>
public readonly record struct CaptureWindow(long Start, long End)
{
    public long Seconds => End - Start;

    /// <summary>The window that holds a time.</summary>
    /// <param name="time">Unix seconds; times before 1970 are negative.</param>
    /// <param name="intervalSeconds">60, 300 or 600; any divisor of an hour.</param>
    public static CaptureWindow Holding(long time, int intervalSeconds)
    {
        var start = Floor(time, intervalSeconds);
        return new(start, start + intervalSeconds);
    }

    /// <summary>The last multiple of <paramref name="seconds"/> that is not after <paramref name="time"/>.</summary>
    public static long Floor(long time, int seconds) => time - (((time % seconds) + seconds) % seconds);

    public bool Contains(long time) => time >= Start && time < End;
}
