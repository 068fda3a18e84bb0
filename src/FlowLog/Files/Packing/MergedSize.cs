using FlowLog.Chunks;

namespace FlowLog.Files.Packing;

/// <summary>How many rows of an hour go into one chunk, by how large the chunks before became.</summary>
internal sealed class MergedSize
{
    /// <summary>Bytes of columns that one table entity takes, which holds 1 MiB in all.</summary>
    public const int MaxBytes = 900 * 1024;

    private const double LongRow = 16;

    private const double ShortRow = 1.0 / 1024;

    /// <summary>Chunks that count: rows of one ENI are longer than those of another.</summary>
    private const int Remembered = 6;

    private readonly Queue<double> _bytesPerRow = new([LongRow]);

    /// <summary>Whether no chunk has been seen yet.</summary>
    public bool IsGuess { get; private set; } = true;

    /// <summary>Rows of the next chunk, of so many that are left: equal parts, so that no small one remains.</summary>
    public int Take(int left)
    {
        var fit = Math.Clamp((long)(ChunkMerge.TargetBytes / _bytesPerRow.Max()), 1, ChunkLimits.MaxRows);
        var parts = (left + fit - 1) / fit;
        return (int)((left + parts - 1) / parts);
    }

    public void Learn(Chunk chunk)
    {
        if (IsGuess || _bytesPerRow.Count == Remembered)
            _bytesPerRow.Dequeue();
        _bytesPerRow.Enqueue(Math.Max(ShortRow, (double)chunk.Size / Math.Max(1, chunk.Rows)));
        IsGuess = false;
    }
}
