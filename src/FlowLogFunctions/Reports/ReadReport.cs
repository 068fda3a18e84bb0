using System.Diagnostics;
using FlowLog.Reports.Charts;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Reports;

/// <summary>A report of a time range, from aggregates.</summary>
internal sealed class ReadReport(LogstoreStore logstores, ReportSource source, LogstoreLedger ledger, TimeProvider time)
{
    /// <param name="top">Rows of each list.</param>
    public async Task<Outcome<ReportAnswer>> RunAsync(
        Caller caller, string project, string logstore, string name, TimeRange asked, int top, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var stored, out var refusal))
            return refusal;
        var found = stored.Value;
        if (ReportNeeded.Complaint(found) is { } complaint)
            return complaint;
        if (FlowReports.Find(name) is not { } report)
            return Refusal.NotFound("report", name, "ReportNotExist");
        var range = ReportRange.Of(asked, Retention.OldestStart(found, time.GetUtcNow()));
        var counts = new AggregateCounts();
        var complete = ledger.ReadAsync(caller.Scope, found, range.Range, null, cancellation);
        var scope = new ChartScope(await source.ReadAsync(found.Id, range, report.Parts, counts, cancellation), range.BucketSeconds, top);
        ChartAnswer[] charts = [.. report.Charts.Select(chart => ChartAnswer.Of(chart, scope))];
        var completeness = CompletenessTotals.Of(await complete);
        return new ReportAnswer(
            report.Name, report.Title, DateTimeOffset.FromUnixTimeSeconds(range.Range.From), DateTimeOffset.FromUnixTimeSeconds(range.Range.To), range.BucketSeconds,
            charts, ReportStatistics.Of(counts, began), completeness);
    }
}
