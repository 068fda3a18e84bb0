using FlowLog.Reports;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Reports;

/// <summary>What reports are drawn from: lists from the longest roll-ups that there are, and the series from those that know short points.</summary>
internal sealed class ReportSource(ReadAggregates aggregates)
{
    private const int Hour = 3600;

    private static readonly IReadOnlyCollection<AggregatePart> InTime = [AggregatePart.Series, AggregatePart.Variances];

    public async Task<Aggregate> ReadAsync(string logstoreId, ReportRange asked, IReadOnlyCollection<AggregatePart> parts, AggregateCounts counts, CancellationToken cancellation)
    {
        List<AggregatePart> lists = [.. parts.Except(InTime)];
        var byHour = asked.BucketSeconds % Hour == 0;
        if ((byHour && asked.Series == asked.Range) || lists.Count == parts.Count)
            return await aggregates.RunAsync(logstoreId, asked.Range, parts, byHour: true, counts, cancellation);
        var series = aggregates.RunAsync(logstoreId, asked.Series, [.. parts.Intersect(InTime)], byHour, counts, cancellation);
        var whole = await aggregates.RunAsync(logstoreId, asked.Range, lists, byHour: true, counts, cancellation);
        // Lists that were made of records at an edge bring their series along.
        whole.CutSeries(0, 0);
        whole.Merge(await series);
        return whole;
    }
}
