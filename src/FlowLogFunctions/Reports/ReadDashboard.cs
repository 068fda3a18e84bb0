using System.Diagnostics;
using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Reports;

/// <summary>A Logstore's dashboard of a time range, from aggregates.</summary>
internal sealed class ReadDashboard(LogstoreStore logstores, ReportSource source, LogstoreLedger ledger, TimeProvider time)
{
    private static readonly IReadOnlyCollection<AggregatePart> Parts =
    [
        AggregatePart.Series, AggregatePart.Variances, AggregatePart.Sources, AggregatePart.Destinations, AggregatePart.DestinationPorts, AggregatePart.Enis,
    ];

    public async Task<Outcome<Dashboard>> RunAsync(
        Caller caller, string project, string logstore, TimeRange asked, int top, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var stored, out var refusal))
            return refusal;
        var found = stored.Value;
        if (ReportNeeded.Complaint(found) is { } complaint)
            return complaint;
        var oldest = Retention.OldestStart(found, time.GetUtcNow());
        var range = ReportRange.Of(asked, oldest).SeriesToTheMinute(asked, oldest);
        var counts = new AggregateCounts();
        var complete = ledger.ReadAsync(caller.Scope, found, range.Series, null, cancellation);
        var whole = await source.ReadAsync(found.Id, range, Parts, counts, cancellation);
        var completeness = CompletenessTotals.Of(await complete);
        return DashboardCharts.Draw(range, whole, top) with { Completeness = completeness, Statistics = ReportStatistics.Of(counts, began) };
    }
}
