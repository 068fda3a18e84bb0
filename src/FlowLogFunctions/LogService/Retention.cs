namespace FlowLogFunctions.LogService;

/// <summary>
/// How long a Logstore's records are there: from their start on for its time to live. Older ones are neither taken nor shown; their tables,
/// a day each, go when all of the day is older.
/// </summary>
internal static class Retention
{
    private const int SecondsPerDay = 86_400;

    /// <summary>The least start that a record may have, Unix seconds; null if records are kept for ever.</summary>
    public static long? OldestStart(Logstore logstore, DateTimeOffset now) => logstore.TtlDays == LogServiceLimits.MaxTtlDays
        ? null
        : now.ToUnixTimeSeconds() - (logstore.TtlDays * (long)SecondsPerDay);

    /// <summary>Whether every record of a day is older than the Logstore keeps it.</summary>
    /// <param name="day">Its start, Unix seconds.</param>
    public static bool IsPast(Logstore logstore, long day, DateTimeOffset now) =>
        OldestStart(logstore, now) is { } oldest && day + SecondsPerDay <= oldest;
}
