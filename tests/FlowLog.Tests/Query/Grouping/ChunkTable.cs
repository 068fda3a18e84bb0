using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Grouping;

/// <summary>Records in chunks in memory.</summary>
/// <param name="stayOpen">Whether chunks stay open between queries, as in a cache.</param>
internal sealed class ChunkTable(IEnumerable<Chunk> chunks, bool stayOpen = false) : IFlowTable
{
    private readonly List<ChunkSource> _sources = [.. chunks.Select(chunk => SourceOf(chunk, stayOpen))];

    public AddressBook? Addresses { get; } = stayOpen ? new() : null;

    public static ChunkTable Of(IReadOnlyList<FlowRecord> records, int rowsOfChunk, bool stayOpen = false) =>
        new(records.Chunk(rowsOfChunk).Select(rows => ChunkEncoder.Encode(FlowColumns.Of(rows))), stayOpen);

    public async IAsyncEnumerable<ChunkSource> ChunksAsync(ScanPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        foreach (var source in _sources)
            yield return source;
    }

    private static ChunkSource SourceOf(Chunk chunk, bool stayOpen)
    {
        var source = ChunkSource.Of(chunk, ChunkStatistics.Of(chunk));
        if (!stayOpen)
            return source;
        var reader = new ChunkReader(chunk, isShared: true);
        return source with { Load = (_, _) => new(reader) };
    }
}
