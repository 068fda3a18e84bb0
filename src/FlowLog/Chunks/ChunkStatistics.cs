using System.Collections.Frozen;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>What a scan must know of a chunk to skip it, read from its columns' first bytes.</summary>
public sealed record ChunkStatistics
{
    public required int Rows { get; init; }

    /// <summary>Bounds by column number, of every column of kind number or name; 0 to 0 where the chunk has none.</summary>
    public required IReadOnlyDictionary<int, ColumnRange> Ranges { get; init; }

    /// <summary>Bounds of <see cref="FlowFields.Start"/>, Unix seconds, both inclusive.</summary>
    public ColumnRange Time => Ranges[FlowFields.Start.Id];

    public ColumnRange this[FlowField field] => Ranges[field.Id];

    /// <exception cref="ChunkFormatException">A number column is corrupt.</exception>
    public static ChunkStatistics Of(Chunk chunk) => new()
    {
        Rows = chunk.Rows,
        Ranges = FlowFields.All
            .Where(field => field.Kind is FieldKind.Number or FieldKind.Name)
            .ToFrozenDictionary(field => field.Id, field => Range(chunk, field.Id)),
    };

    private static ColumnRange Range(Chunk chunk, int columnId)
    {
        if (!chunk.Columns.ContainsKey(columnId))
            return default;
        var reader = EncodedColumn.Open(chunk, columnId, out var encoding);
        return NumberColumn.ReadRange(ref reader, encoding);
    }
}
