using FlowLog.Chunks;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>The chunks of batches that were sent last, encoded: twice as many, and twice as long, as are ever merged into one.</summary>
internal sealed class SentChunks
{
    public const int MaxChunks = 2 * ChunkMerge.MaxChunks;
    public const int MaxBytes = 2 * ChunkMerge.TargetBytes;

    private readonly Dictionary<string, Chunk> _chunks = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _bytes;

    public void Hold(string batch, Chunk chunk)
    {
        _chunks.Add(batch, chunk);
        _order.Enqueue(batch);
        _bytes += chunk.Size;
        while (_order.Count > MaxChunks || _bytes > MaxBytes)
        {
            _chunks.Remove(_order.Dequeue(), out var oldest);
            _bytes -= oldest!.Size;
        }
    }

    /// <summary>Null if it is not held, or not any more.</summary>
    public Chunk? Find(string batch) => _chunks.GetValueOrDefault(batch);
}
