using System.Collections.Frozen;
using FlowLog.Chunks;

namespace FlowLog.Scan;

/// <summary>A chunk that a scan may need.</summary>
/// <param name="Statistics">Its bounds, if they are known without loading it.</param>
/// <param name="Load">
/// Loads at least the columns of these numbers, as far as the chunk has them. A column that it leaves out reads as zeros. Whoever loads
/// disposes of the reader, which does nothing to one that is shared.
/// </param>
public sealed record ChunkSource(ChunkStatistics? Statistics, Func<IReadOnlySet<int>, CancellationToken, ValueTask<ChunkReader>> Load)
{
    private static readonly ChunkStatistics Nothing = new() { Rows = 0, Ranges = FrozenDictionary<int, ColumnRange>.Empty };

    /// <summary>Rows, if they are known without loading it; counted as skipped when it is not loaded.</summary>
    public int Rows { get; init; } = Statistics?.Rows ?? 0;

    /// <summary>Bytes of all columns, if they are known without loading it.</summary>
    public long Bytes { get; init; }

    /// <summary>A chunk in memory.</summary>
    public static ChunkSource Of(Chunk chunk, ChunkStatistics? statistics = null) =>
        new(statistics, (_, _) => new(new ChunkReader(chunk))) { Rows = chunk.Rows, Bytes = chunk.Size };

    /// <summary>A chunk of which whoever gives it knows that nothing in it matches: it counts as skipped and is never loaded.</summary>
    public static ChunkSource Skipped(int rows, long bytes) =>
        new(Nothing, (_, _) => throw new InvalidOperationException("A chunk that can be skipped is not loaded.")) { Rows = rows, Bytes = bytes };
}
