using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Ledger;

/// <summary>How complete a Logstore is in a time range: totals, and a page of ENIs with their minutes.</summary>
internal sealed class ReadCompleteness(LogstoreStore logstores, LogstoreLedger ledger)
{
    public async Task<Outcome<CompletenessAnswer>> RunAsync(
        Caller caller, string project, string logstore, TimeRange range, string? eniId, PageRequest page, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        var report = await ledger.ReadAsync(caller.Scope, found.Value, range, eniId, cancellation);
        var rest = report.Enis.Where(eni => page.After is null || string.CompareOrdinal(eni.Key, page.After) > 0).ToList();
        var items = rest.Take(page.Limit).Select(eni => new EniCompleteness(eni.Key, [.. eni.Value.Select(CompletenessRun.Of)])).ToList();
        var cursor = rest.Count > items.Count ? PageRequest.Seal(items[^1].EniId) : null;
        return new CompletenessAnswer(CompletenessTotals.Of(report), items, cursor);
    }
}
