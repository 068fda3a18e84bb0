using FlowLog.Scan;
using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Work on what one Logstore still keeps of a time range, and how complete that is.</summary>
internal sealed class LogstoreWork(
    LogstoreTables tables, LogstoreChunks chunks, OpenedChunks opened, QuietHours<ChunkHeader> quiet, HourNotes notes, LogstoreLedger ledger,
    IOptions<AnalysisOptions> options, TimeProvider time)
{
    public async Task<Analysed<T>> RunAsync<T>(
        Scope scope, Logstore logstore, TimeRange range, Func<QueryScope, CancellationToken, Task<(T Value, ScanCounts Counts)>> work, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var completeness = ledger.ReadAsync(scope, logstore, range, null, stop.Token);
        try
        {
            var (value, counts) = await work(ScopeOf(logstore, range), stop.Token);
            var report = await completeness;
            return new(value, QueryStatistics.Of(counts, time.GetElapsedTime(begun)), CompletenessTotals.Of(report));
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)completeness).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private QueryScope ScopeOf(Logstore logstore, TimeRange range)
    {
        var hours = new LogstoreHours(tables, chunks, notes, quiet, logstore.Id);
        var kept = range.Since(Retention.OldestStart(logstore, time.GetUtcNow()));
        return new(hours, part => new LogstoreFlowTable(hours, chunks, opened, options.Value.Reads, part), kept, options.Value.ThreadsOfQuery, options.Value.MemoryBytes);
    }
}
