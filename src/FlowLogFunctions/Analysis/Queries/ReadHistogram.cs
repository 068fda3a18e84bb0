using FlowLog.Flows;
using FlowLog.Query.Grouping;
using FlowLog.Scan;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>How many records a search finds over time, with their packets and bytes.</summary>
internal sealed class ReadHistogram(AnalyseLogstore analyse)
{
    public async Task<Outcome<HistogramAnswer>> RunAsync(
        Caller caller, string project, string logstore, HistogramRequest request, CancellationToken cancellation)
    {
        var (range, seconds) = (request.Range, request.BucketSeconds);
        var outcome = await analyse.RunAsync(caller, project, logstore, range, async (scope, stop) =>
        {
            var query = new GroupQuery
            {
                Selections = [new(FlowPredicate.And(scope.Within, request.Search), [new(FlowFields.Start, seconds)], TrafficSum.Values)],
                Measures = TrafficSum.Measures,
            };
            var answer = await scope.GroupAsync(query, stop);
            return (answer.Table.Rows.ToDictionary(row => (long)row[0]!, row => TrafficSum.Of(row, 1)), answer.Counts);
        }, cancellation);
        if (!outcome.Is(out var found, out var refusal))
            return refusal;
        var items = Buckets(range, seconds, found.Value).ToList();
        return new HistogramAnswer(At(range.From), At(range.To), seconds, items.Sum(item => item.Count), items, found.Statistics, found.Completeness);
    }

    private static IEnumerable<HistogramBucket> Buckets(TimeRange range, long seconds, Dictionary<long, TrafficSum> found)
    {
        for (var start = range.From / seconds * seconds; start < range.To; start += seconds)
        {
            var sum = found.GetValueOrDefault(start);
            yield return new(At(Math.Max(start, range.From)), At(Math.Min(start + seconds, range.To)), sum.Records, sum.Packets, sum.Bytes);
        }
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
