using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis;

/// <summary>A Logstore's records of a time range, a page at a time. Needs the report to be on if they have to meet something.</summary>
internal sealed class ReadRecords(LogstoreStore logstores, LogstoreTables tables, LogstoreLedger ledger, CallTelemetry telemetry, TimeProvider time)
{
    public async Task<Outcome<RecordPage>> RunAsync(
        Caller caller, string project, string logstore, RecordsRequest request, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (request.Query is not null && ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        var begun = time.GetTimestamp();
        var kept = request.Range.Since(Retention.OldestStart(found.Value, time.GetUtcNow()));
        var scan = new RecordScan(tables, found.Value.Id, kept, request.After, request.Reverse, request.Query);
        var page = await PageAsync(scan, request, cancellation);
        telemetry.Read(page.Records.Count, "records");
        var report = await ledger.ReadAsync(caller.Scope, found.Value, page.Spanned(request), null, cancellation);
        var counts = scan.Counts with { Matches = page.Records.Count };
        return page with { Completeness = CompletenessTotals.Of(report), Statistics = QueryStatistics.Of(counts, time.GetElapsedTime(begun)) };
    }

    private static async Task<RecordPage> PageAsync(RecordScan scan, RecordsRequest request, CancellationToken cancellation)
    {
        var page = new RecordPage(request.Range);
        await foreach (var (place, rows, row) in scan.RunAsync(cancellation))
        {
            if (page.Records.Count == request.Limit)
                return page with { Cursor = PageRequest.Seal(page.Last.ToString()!) };
            page.Records.Add((rows, row));
            page.Last = place;
        }

        return page;
    }
}
