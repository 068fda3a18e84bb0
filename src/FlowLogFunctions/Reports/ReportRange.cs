using FlowLog.Flows;
using FlowLogFunctions.Analysis;

namespace FlowLogFunctions.Reports;

/// <summary>
/// The range that a report is about: to the minute up to six hours, past that whole hours, so that few rows have it. What is asked for is widened, but
/// not to what is no longer kept.
/// </summary>
/// <param name="Series">What the series is about: the same, or to the minute at the edge of what is kept.</param>
/// <param name="BucketSeconds">Length of a point in time: at most 120 points, or days.</param>
internal readonly record struct ReportRange(TimeRange Range, TimeRange Series, int BucketSeconds)
{
    private const int Minute = 60;
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int MaxPoints = 120;

    private static readonly IReadOnlyList<int> Buckets = [Minute, 300, 600, 1800, Hour, 6 * Hour, Day];

    /// <param name="oldest">The least start that is still kept, Unix seconds; null if all are.</param>
    public static ReportRange Of(TimeRange asked, long? oldest)
    {
        var unit = UnitOf(asked);
        var range = Kept(new(CaptureWindow.Floor(asked.From, unit), Up(asked.To, unit)), oldest, unit);
        return new(range, range, Buckets.FirstOrDefault(seconds => (range.To - range.From) / seconds <= MaxPoints, Day));
    }

    /// <summary>With a series that begins with the first minute that is still kept, not only with the first hour.</summary>
    public ReportRange SeriesToTheMinute(TimeRange asked, long? oldest) => this with
    {
        Series = Kept(new(Math.Min(Range.From, CaptureWindow.Floor(asked.From, UnitOf(asked))), Range.To), oldest, Minute),
    };

    private static int UnitOf(TimeRange asked) => asked.To - asked.From <= 6 * Hour ? Minute : Hour;

    private static TimeRange Kept(TimeRange range, long? oldest, int unit)
    {
        var from = Math.Max(range.From, oldest is { } least ? Up(least, unit) : 0);
        return new(from, Math.Max(from, range.To));
    }

    private static long Up(long time, int unit) => CaptureWindow.Floor(time + unit - 1, unit);
}
