using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What histogram is asked for.</summary>
/// <param name="Buckets">As many as there may be, 1 to <see cref="MaxBuckets"/>.</param>
internal sealed record HistogramRequest(TimeRange Range, FlowPredicate Search, int Buckets)
{
    public const int DefaultBuckets = 60;
    public const int MaxBuckets = 1_000;

    private const int Day = 86_400;

    /// <summary>Seconds of a bucket that people read well.</summary>
    private static readonly IReadOnlyList<int> Lengths = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, Day];

    public static HistogramRequest Read(QueryReader query, TimeProvider time) => new(
        TimeRange.Read(query, time), query.Search("query") ?? FlowPredicate.All, (int)query.Number("buckets", 1, MaxBuckets, DefaultBuckets));

    /// <summary>The shortest length of those, or of whole days, in which no more buckets than asked for begin at a multiple of it.</summary>
    public long BucketSeconds => Lengths.Select(length => (long)length).Concat(Days()).First(length => Count(length) <= Buckets);

    private long Count(long length) => ((Range.To - 1) / length) - (Range.From / length) + 1;

    private IEnumerable<long> Days()
    {
        for (var days = Math.Max(2, (Range.To - Range.From) / Buckets / Day); ; days++)
            yield return days * Day;
    }
}
