using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>All records of a Logstore in a time range, however many. Needs the report to be on if they have to meet something.</summary>
internal sealed class ExportRecords(
    LogstoreStore logstores, LogstoreTables tables, LogstoreLedger ledger, CallTelemetry telemetry, TimeProvider time, ILogger<ExportResult> log)
{
    public async Task<Outcome<ExportResult>> RunAsync(
        Caller caller, string project, string logstore, ExportRequest request, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (request.Query is not null && ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        var kept = request.Range.Since(Retention.OldestStart(found.Value, time.GetUtcNow()));
        var completeness = CompletenessTotals.Of(await ledger.ReadAsync(caller.Scope, found.Value, request.Range, null, cancellation));
        var hours = kept.HoursIn(await tables.DaysAsync(found.Value.Id, cancellation)).ToList();
        var scan = new ExportScan(tables, found.Value.Id, kept, request.Query);
        return new ExportResult(scan.RunAsync(hours, cancellation), request, found.Value.Name, completeness, new("export", telemetry), log, cancellation);
    }
}
