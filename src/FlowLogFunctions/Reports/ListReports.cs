using FlowLog.Reports.Charts;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Reports;

/// <summary>The reports of a Logstore, with the query of each chart.</summary>
internal sealed class ListReports(LogstoreStore logstores)
{
    private const int BucketSeconds = 60;

    public async Task<Outcome<ReportList>> RunAsync(Caller caller, string project, string logstore, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        return new ReportList(
        [
            .. FlowReports.All.Select(report => new ReportEntry(report.Name, report.Title,
            [
                .. report.Charts.Select(chart => new ChartEntry(chart.Name, chart.Title, ChartAnswer.KindOf(chart), chart.Query(BucketSeconds, ReportsFunctions.DefaultTop))),
            ])),
        ]);
    }
}
