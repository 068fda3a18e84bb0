using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowLog.Chunks;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>
/// The records of a Logstore's time range, as one request sees them: each hour is listed once, however often it is gone through. Chunks are
/// read some parts ahead of who scans them. Those of batches may be merged at any time between: all of a partition are therefore read
/// before the first of them is given, and listed again if one has been merged. A merged chunk is never merged again.
/// </summary>
/// <param name="calls">To storage, as many as may be under way.</param>
/// <param name="range">What of it is shown; not before what the Logstore keeps.</param>
internal sealed class LogstoreFlowTable(LogstoreHours hours, LogstoreChunks chunks, OpenedChunks opened, int calls, TimeRange range) : IFlowTable
{
    private const int PartsAhead = 8;

    public AddressBook? Addresses { get; } = opened.AddressesOf(hours.LogstoreId);

    public async IAsyncEnumerable<ChunkSource> ChunksAsync(ScanPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var parts = Channel.CreateBounded<Task<IReadOnlyList<ChunkSource>>>(new BoundedChannelOptions(PartsAhead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(plan, parts.Writer, stop.Token);
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(cancellation))
            {
                foreach (var source in await part)
                    yield return source;
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Begins to read one part after the other, as far ahead as there is room.</summary>
    private async Task ReadAsync(ScanPlan plan, ChannelWriter<Task<IReadOnlyList<ChunkSource>>> parts, CancellationToken cancellation)
    {
        using var free = new SemaphoreSlim(calls);
        var started = new List<Task>();
        try
        {
            var within = Within(plan);
            var load = new ChunkLoad(chunks, opened, plan.Columns, within, free);
            await foreach (var headers in hours.OfAsync(range, cancellation))
            {
                await parts.WriteAsync(Task.FromResult(Skipped(headers, within)), cancellation);
                foreach (var part in TablePart.Of(headers.Where(header => Overlap(header, within)), load.PageBytes))
                {
                    var read = GiveAsync(part, plan, within, load, cancellation);
                    started.RemoveAll(task => task.IsCompletedSuccessfully);
                    started.Add(read);
                    await parts.WriteAsync(read, cancellation);
                }
            }
        }
        finally
        {
            parts.Complete();
            // They use what is disposed of here.
            await Task.WhenAll(started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>All of a part's chunks, or what has become of them: partitions in which chunks have been merged since are listed again.</summary>
    private async Task<IReadOnlyList<ChunkSource>> GiveAsync(TablePart part, ScanPlan plan, TimeSpanOfStarts within, ChunkLoad load, CancellationToken cancellation)
    {
        var given = new List<ChunkSource>();
        for (var wanted = part.Wanted; wanted.Count > 0;)
        {
            var read = await load.ReadAsync(wanted, cancellation);
            var found = wanted.Zip(read).ToList();
            // A merged chunk that is not there was dropped with its day.
            var changed = found.Where(pair => pair.Second is null && !pair.First.IsMerged).Select(pair => (pair.First.Table, pair.First.Partition)).Distinct().ToList();
            foreach (var (header, reader) in found)
            {
                if (reader is not null && !changed.Contains((header.Table, header.Partition)))
                    given.Add(Source(header, reader, plan));
            }

            var again = new List<ChunkHeader>();
            foreach (var (table, partition) in changed)
                again.AddRange(await chunks.OfPartitionAsync(table, partition, cancellation));
            wanted = [.. again.Where(header => !part.Elsewhere.Contains(header.Row) && Overlap(header, within))];
        }

        return given;
    }

    private static ChunkSource Source(ChunkHeader header, ChunkReader reader, ScanPlan plan) => new(
        null,
        (asked, _) => asked.IsSubsetOf(plan.Columns) ? new(reader) : throw new ArgumentException("Columns that the plan does not name.", nameof(asked)))
    {
        Rows = header.Rows,
        Bytes = header.Bytes,
    };

    private static IReadOnlyList<ChunkSource> Skipped(IReadOnlyList<ChunkHeader> headers, TimeSpanOfStarts within) =>
        [.. headers.Where(header => !Overlap(header, within)).Select(header => ChunkSource.Skipped(header.Rows, header.Bytes))];

    private TimeSpanOfStarts Within(ScanPlan plan) => new(Math.Max(range.From, plan.Starts.Minimum), Math.Min(range.To - 1, plan.Starts.Maximum));

    private static bool Overlap(ChunkHeader header, TimeSpanOfStarts within) => header.Starts.Least <= within.Greatest && header.Starts.Greatest >= within.Least;
}
