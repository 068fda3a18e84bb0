using FlowLog.Chunks;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>A chunk in memory with the columns that were asked for so far. Any number of threads may read it.</summary>
/// <param name="Reader">Shared.</param>
/// <param name="Columns">Numbers of the columns that were asked for; the chunk need not have them.</param>
/// <param name="Bytes">What it is likely to take of memory.</param>
internal sealed record OpenedChunk(ChunkReader Reader, IReadOnlySet<int> Columns, long Bytes)
{
    /// <summary>An entry of the cache, empty columns' arrays included.</summary>
    private const long Fixed = 3_000;

    /// <summary>Addresses take 12 or 20 bytes with their numbers once they are open, and some three before.</summary>
    private const int OpenedAddresses = 5;

    public static OpenedChunk Of(Chunk chunk, IReadOnlySet<int> asked) => new(new ChunkReader(chunk, isShared: true), asked, Fixed + BytesOf(chunk));

    /// <summary>With more columns of the same chunk.</summary>
    public OpenedChunk With(Chunk more, IReadOnlySet<int> asked) =>
        new(Reader.With(more.Columns), Columns.Union(asked).ToHashSet(), Bytes + BytesOf(more));

    /// <summary>Heads of blocks come to half of what the blocks take.</summary>
    private static long BytesOf(Chunk chunk) =>
        chunk.Columns.Sum(column => column.Key == ChunkLimits.AddressesId ? column.Value.Length * (1L + OpenedAddresses) : column.Value.Length * 3L / 2);
}
