using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowLog.Chunks;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>
/// The records of a Logstore's time range, as one request sees them: each hour is listed once, however often it is gone through. Chunks are
/// read some parts ahead of who scans them. Chunks of batches may be merged at any time between: those of a partition are therefore all read
/// before the first of them is given, and listed again if one has been merged; a merged chunk is never merged again.
/// </summary>
/// <param name="range">What of it is shown; not before what the Logstore keeps.</param>
internal sealed class LogstoreFlowTable(LogstoreHours hours, LogstoreChunks chunks, OpenedChunks opened, int calls, TimeRange range) : IFlowTable
{
    /// <summary>Parts that are read ahead: a part is a page of chunks, or a partition's chunks that are not merged.</summary>
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
            var load = new ChunkLoad(chunks, opened, plan.Columns, free);
            await foreach (var hour in hours.OfAsync(range, cancellation))
            {
                foreach (var part in PartsOf(hour, plan, load, cancellation))
                {
                    started.RemoveAll(task => task.IsCompletedSuccessfully);
                    started.Add(part);
                    await parts.WriteAsync(part, cancellation);
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

    private IEnumerable<Task<IReadOnlyList<ChunkSource>>> PartsOf(IReadOnlyList<ChunkHeader> hour, ScanPlan plan, ChunkLoad load, CancellationToken cancellation)
    {
        var skipped = hour.Where(header => !CanMatch(header, plan)).Select(header => ChunkSource.Skipped(header.Rows, header.Bytes)).ToList();
        if (skipped.Count > 0)
            yield return Task.FromResult<IReadOnlyList<ChunkSource>>(skipped);
        foreach (var partition in hour.GroupBy(header => header.Partition))
        {
            var wanted = partition.Where(header => CanMatch(header, plan)).ToLookup(header => LogstoreKeys.IsMerged(header.Row));
            if (wanted[false].Any())
                yield return UnmergedAsync([.. partition], [.. wanted[false]], plan, load, cancellation);
            foreach (var page in Pages(wanted[true]))
                yield return MergedAsync(page, plan, load, cancellation);
        }
    }

    /// <summary>All chunks of a partition that were not merged when it was listed; merged ones that they have become since in their place.</summary>
    private async Task<IReadOnlyList<ChunkSource>> UnmergedAsync(
        IReadOnlyList<ChunkHeader> listed, IReadOnlyList<ChunkHeader> wanted, ScanPlan plan, ChunkLoad load, CancellationToken cancellation)
    {
        var givenElsewhere = listed.Select(header => header.Row).Where(LogstoreKeys.IsMerged).ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var read = await load.ReadAsync(wanted, cancellation);
            if (!read.Contains(null))
                return Sources(wanted, read, plan);
            var now = await chunks.OfPartitionAsync(listed[0].Table, listed[0].Partition, cancellation);
            wanted = [.. now.Where(header => !givenElsewhere.Contains(header.Row) && CanMatch(header, plan))];
        }
    }

    /// <summary>Merged chunks stay what they are until their day is dropped, which takes all of their records away.</summary>
    private async Task<IReadOnlyList<ChunkSource>> MergedAsync(IReadOnlyList<ChunkHeader> page, ScanPlan plan, ChunkLoad load, CancellationToken cancellation) =>
        Sources(page, await load.ReadAsync(page, cancellation), plan);

    private static IReadOnlyList<ChunkSource> Sources(IReadOnlyList<ChunkHeader> headers, IReadOnlyList<ChunkReader?> read, ScanPlan plan)
    {
        var sources = new List<ChunkSource>(headers.Count);
        for (var i = 0; i < headers.Count; i++)
        {
            if (read[i] is { } reader)
                sources.Add(new(null, (asked, _) => asked.IsSubsetOf(plan.Columns) ? new(reader) : throw new ArgumentException("Columns that the plan does not name.", nameof(asked))) { Rows = headers[i].Rows, Bytes = headers[i].Bytes });
        }

        return sources;
    }

    private bool CanMatch(ChunkHeader header, ScanPlan plan)
    {
        var (least, greatest) = (Math.Max(range.From, plan.Starts.Minimum), Math.Min(range.To - 1, plan.Starts.Maximum));
        return header.Starts.Least <= greatest && header.Starts.Greatest >= least;
    }

    /// <summary>As many chunks to a part as fill a page of storage.</summary>
    private static IEnumerable<IReadOnlyList<ChunkHeader>> Pages(IEnumerable<ChunkHeader> headers)
    {
        var (page, bytes) = (new List<ChunkHeader>(), 0L);
        foreach (var header in headers)
        {
            if (page.Count > 0 && bytes + header.Bytes > LogstoreChunks.PageBytes)
            {
                yield return page;
                (page, bytes) = ([], 0);
            }

            page.Add(header);
            bytes += header.Bytes;
        }

        if (page.Count > 0)
            yield return page;
    }
}
