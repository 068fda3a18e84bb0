using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Reports;

/// <summary>A Logstore's dashboard of a time range, from the aggregates that lie with its chunks; no record is read.</summary>
internal sealed class ReadDashboard(LogstoreStore logstores, LogstoreTables tables, LogstoreLedger ledger, TimeProvider time)
{
    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    public async Task<Outcome<Dashboard>> RunAsync(
        Caller caller, string project, string logstore, TimeRange asked, int top, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var stored, out var refusal))
            return refusal;
        var found = stored.Value;
        if (ReportNeeded.Complaint(found) is { } complaint)
            return complaint;
        var range = asked.WholeMinutes;
        var kept = range.Since(Retention.OldestStart(found, time.GetUtcNow()));
        var whole = new Aggregate();
        var days = await tables.DaysAsync(found.Id, cancellation);
        foreach (var hour in kept.HoursIn(days))
            whole.Merge(await tables.AggregateAsync(found.Id, hour, kept.From, kept.To, Parts, cancellation));
        Forget(whole.Series, kept.From);
        Forget(whole.Variances, kept.From);
        var completeness = CompletenessTotals.Of(await ledger.ReadAsync(caller.Scope, found, range, null, cancellation));
        return DashboardCharts.Draw(range, whole, top) with { Completeness = completeness };
    }

    /// <summary>Takes out the minutes that begin before what the Logstore keeps.</summary>
    private static void Forget<T>(Dictionary<SeriesKey, T> series, long oldest)
    {
        foreach (var key in series.Keys.Where(key => key.Minute * 60 < oldest).ToList())
            series.Remove(key);
    }
}
