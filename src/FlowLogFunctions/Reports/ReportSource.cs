using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Reports;

/// <summary>What reports are drawn from: lists from the longest roll-ups that there are, and the series from those that know short points.</summary>
internal sealed class ReportSource(ReadAggregates aggregates)
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    private static readonly IReadOnlyCollection<AggregatePart> InTime = [AggregatePart.Series, AggregatePart.Variances];

    public async Task<Aggregate> ReadAsync(string logstoreId, ReportRange asked, IReadOnlyCollection<AggregatePart> parts, AggregateCounts counts, CancellationToken cancellation)
    {
        var byHour = asked.BucketSeconds % Hour == 0;
        if (!byHour && asked.Range.To - asked.Range.From > Day && parts.Except(InTime).Any())
            return await ReadApartAsync(logstoreId, asked, parts, counts, cancellation);
        var whole = aggregates.RunAsync(logstoreId, asked.Range, parts, byHour, counts, cancellation);
        // The minutes of the hour that is just going out of what is kept.
        var before = new TimeRange(asked.Series.From, Math.Min(asked.Range.From, asked.Series.To));
        if (before.From < before.To)
            (await whole).Merge(await aggregates.RunAsync(logstoreId, before, [.. parts.Intersect(InTime)], byHour, counts, cancellation));
        return await whole;
    }

    private async Task<Aggregate> ReadApartAsync(
        string logstoreId, ReportRange asked, IReadOnlyCollection<AggregatePart> parts, AggregateCounts counts, CancellationToken cancellation)
    {
        var series = aggregates.RunAsync(logstoreId, asked.Series, [.. parts.Intersect(InTime)], byHour: false, counts, cancellation);
        var whole = await aggregates.RunAsync(logstoreId, asked.Range, [.. parts.Except(InTime)], byHour: true, counts, cancellation);
        // Lists that were made of records at an edge bring their series along.
        whole.CutSeries(0, 0);
        whole.Merge(await series);
        return whole;
    }
}
