using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A Logstore's records as queries scan them, with a process's own memory of opened chunks.</summary>
internal sealed class ScannedTable(LogstoreWorker worker, string logstoreId, TimeRange range)
{
    private const int Threads = 2;

    public async Task<(IReadOnlyList<FlowRecord> Records, ScanCounts Counts)> RecordsAsync(Action? afterFirst = null)
    {
        var plan = new ScanPlan(FlowPredicate.Between(FlowFields.Start, range.From, range.To - 1), FlowFields.All);
        var sources = NewTable().ChunksAsync(plan, default).Select((source, number) =>
        {
            if (number == 1)
                afterFirst?.Invoke();
            return source;
        });
        var (states, counts) = await new FlowScan<List<FlowRecord>>(plan, Threads).RunAsync(sources, () => [], Add, default);
        return ([.. states.SelectMany(state => state)], counts);
    }

    public async Task<long> SumAsync(FlowField field)
    {
        var plan = new ScanPlan(FlowPredicate.Between(FlowFields.Start, range.From, range.To - 1), field);
        var (states, _) = await new FlowScan<List<long>>(plan, Threads).RunAsync(
            NewTable().ChunksAsync(plan, default), () => [], (sums, scan) => sums.AddRange(scan.Numbers(field)), default);
        return states.Sum(state => state.Sum());
    }

    private LogstoreFlowTable NewTable()
    {
        var hours = new LogstoreHours(worker.Tables, worker.Get<LogstoreChunks>(), worker.Get<HourNotes>(), worker.Get<QuietHours<ChunkHeader>>(), logstoreId);
        return new(hours, worker.Get<LogstoreChunks>(), worker.Get<OpenedChunks>(), calls: 3, range);
    }

    private static void Add(List<FlowRecord> records, ChunkScan scan)
    {
        var rows = MatchingRows.OfStep(scan, FlowFields.All);
        records.AddRange(Enumerable.Range(0, rows.Count).Select(row => rows[row]));
    }
}
