using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Reports;

/// <summary>A Logstore's dashboard of a time range, from the aggregates that lie with its chunks; no record is read.</summary>
internal sealed class ReadDashboard(LogstoreStore logstores, LogstoreTables tables)
{
    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    public async Task<Outcome<Dashboard>> RunAsync(
        Caller caller, string project, string logstore, TimeRange asked, int top, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var stored, out var refusal))
            return refusal;
        var found = stored.Value;
        if (found.ReportSince is null)
            return Refusal.Conflict("IndexConfigNotExist", $"The analysis report of {project}/{logstore} is off; turn it on with PUT …/report.");
        var range = asked.WholeMinutes;
        var whole = new Aggregate();
        var days = await tables.DaysAsync(found.Id, cancellation);
        foreach (var hour in range.HoursIn(days))
        {
            await foreach (var aggregate in tables.AggregatesAsync(found.Id, hour, range.From, range.To, Parts, cancellation))
                whole.Merge(aggregate);
        }

        return DashboardCharts.Draw(range, whole, top);
    }
}
