namespace FlowLog.Chunks;

/// <summary>
/// Flow records as encoded columns: what lies in a table entity, in a queue message and in a file of chunks. A field that is
/// zero or empty in every row has no column.
/// </summary>
public sealed record Chunk
{
    /// <summary>Number of rows, 0 to <see cref="ChunkLimits.MaxRows"/>.</summary>
    public required int Rows { get; init; }

    /// <summary>
    /// The encoded columns by column number: <see cref="Flows.FlowField.Id"/>, and 0 for the addresses that srcaddr and dstaddr
    /// share. Each is an encoding byte, a payload and a CRC-32C (docs/chunk-format.md).
    /// </summary>
    public required IReadOnlyDictionary<int, ReadOnlyMemory<byte>> Columns { get; init; }

    /// <summary>Where it lies, for what is said of damage; null if that says itself. It is not stored with it.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes of all columns.</summary>
    public int Size => Columns.Values.Sum(column => column.Length);
}
