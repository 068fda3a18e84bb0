using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis;

/// <summary>A time range in Unix seconds, start inclusive, end exclusive.</summary>
internal readonly record struct TimeRange(long From, long To)
{
    private const int DefaultSeconds = 15 * 60;

    /// <summary>Reads <c>from</c> and <c>to</c>: the last 15 minutes if neither is given.</summary>
    public static TimeRange Read(QueryReader query, TimeProvider time) => Read(query, time, DefaultSeconds);

    /// <param name="seconds">How long it is if <c>from</c> is not given.</param>
    public static TimeRange Read(QueryReader query, TimeProvider time, int seconds) => Read(query.Time, query.Problem, time, seconds);

    /// <inheritdoc cref="Read(QueryReader, TimeProvider)"/>
    public static TimeRange Read(BodyReader body, TimeProvider time) => Read(body.Time, body.Problem, time, DefaultSeconds);

    private static TimeRange Read(Func<string, DateTimeOffset?> read, Action<string, string, string> complain, TimeProvider time, int seconds)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds() + 1;
        var to = read("to")?.ToUnixTimeSeconds() ?? now;
        var from = read("from")?.ToUnixTimeSeconds() ?? Math.Max(0, to - seconds);
        if (from >= to)
            complain("from", "InvalidTimeRange", "must be before to.");
        return new(from, to);
    }

    /// <summary>The hours of the range, as their starts, that lie in one of these days.</summary>
    public IEnumerable<long> HoursIn(IEnumerable<long> days)
    {
        const int Hour = LogstoreKeys.SecondsPerHour;
        var (from, to) = this;
        return days
            .SelectMany(day => Enumerable.Range(0, 24).Select(hour => day + (hour * Hour)))
            .Where(hour => hour < to && hour + Hour > from)
            .Order();
    }

    /// <summary>The range widened to whole minutes.</summary>
    public TimeRange WholeMinutes => new(CaptureWindow.Floor(From, 60), CaptureWindow.Floor(To + 59, 60));

    /// <summary>What of the range is not before a time; null for all of it.</summary>
    public TimeRange Since(long? oldest) => oldest > From ? this with { From = oldest.Value } : this;
}
