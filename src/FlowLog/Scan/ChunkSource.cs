using FlowLog.Chunks;

namespace FlowLog.Scan;

/// <summary>A chunk that a scan may need.</summary>
/// <param name="Statistics">Its bounds, if they are known without loading it.</param>
/// <param name="Load">
/// Loads at least the columns of these numbers, as far as the chunk has them. A column that it leaves out reads as zeros.
/// </param>
public sealed record ChunkSource(ChunkStatistics? Statistics, Func<IReadOnlySet<int>, CancellationToken, ValueTask<Chunk>> Load)
{
    /// <summary>A chunk in memory.</summary>
    public static ChunkSource Of(Chunk chunk, ChunkStatistics? statistics = null) => new(statistics, (_, _) => new(chunk));
}
