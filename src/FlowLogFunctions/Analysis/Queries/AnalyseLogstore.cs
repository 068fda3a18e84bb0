using FlowLog.Query;
using FlowLog.Scan;
using FlowLog.Sql;
using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What all that queries a Logstore does the same way: the report must be on, it takes its turn, its time is bounded, and its answer says how complete it is.</summary>
internal sealed class AnalyseLogstore(
    LogstoreStore logstores, LogstoreTables tables, LogstoreChunks chunks, OpenedChunks opened, QuietHours<ChunkHeader> quiet, HourNotes notes, LogstoreLedger ledger,
    QueryTurns turns, IOptions<AnalysisOptions> options, TimeProvider time)
{
    public async Task<Outcome<Analysed<T>>> RunAsync<T>(
        Caller caller, string project, string logstore, TimeRange range,
        Func<QueryScope, CancellationToken, Task<(T Value, ScanCounts Counts)>> work, CancellationToken cancellation)
    {
        if (!(await logstores.GetAsync(caller.Scope, project, logstore, cancellation)).Is(out var found, out var refusal))
            return refusal;
        if (ReportNeeded.Complaint(found.Value) is { } complaint)
            return complaint;
        if (!(await turns.TakeAsync(QueryTurns.Patience, cancellation)).Is(out var turn, out refusal))
            return refusal;
        using (turn)
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time))
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation))
        {
            try
            {
                return await RunAsync(caller.Scope, found.Value, range, work, stop);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return TooLarge($"It takes longer than {options.Value.Seconds} s; ask for a shorter time or for less.");
            }
            catch (QueryLimitException bound)
            {
                return TooLarge(bound.Message);
            }
            catch (QueryFailedException fault)
            {
                return Refusal.Invalid([FieldProblem.Of("query", fault.Problem)]);
            }
            catch (OverflowException)
            {
                return TooLarge("A sum is beyond 2^63-1; ask for a shorter time.");
            }
        }
    }

    private async Task<Analysed<T>> RunAsync<T>(
        Scope scope, Logstore logstore, TimeRange range, Func<QueryScope, CancellationToken, Task<(T Value, ScanCounts Counts)>> work, CancellationTokenSource stop)
    {
        var begun = time.GetTimestamp();
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

    private static Refusal TooLarge(string detail) => new(StatusCodes.Status400BadRequest, "QueryTooLarge", detail);
}
