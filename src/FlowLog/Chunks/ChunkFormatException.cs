namespace FlowLog.Chunks;

/// <summary>Bytes that are no chunk, or no message, of a version that this build reads.</summary>
/// <param name="columnId">The column; <see cref="Header"/> if it is the message's header.</param>
/// <param name="offset">Bytes from the start of the column or of the message.</param>
public sealed class ChunkFormatException(int columnId, long offset, string message)
    : Exception(columnId == Header ? $"Header, byte {offset}: {message}" : $"Column {columnId}, byte {offset}: {message}")
{
    /// <summary>Stands for the header of a message instead of a column number.</summary>
    public const int Header = -1;

    public int ColumnId { get; } = columnId;

    public long Offset { get; } = offset;

    /// <summary>Where the chunk lies; null if who read it did not say.</summary>
    public string? Chunk { get; private set; }

    public override string Message => Chunk is null ? base.Message : $"{base.Message} (chunk {Chunk})";

    /// <summary>The same, of a chunk that lies there.</summary>
    internal ChunkFormatException Of(string? chunk)
    {
        Chunk ??= chunk;
        return this;
    }
}
