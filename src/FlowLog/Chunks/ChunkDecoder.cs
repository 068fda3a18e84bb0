using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>Chunks to rows.</summary>
public static class ChunkDecoder
{
    /// <summary>
    /// The wanted columns. One that the chunk does not have reads as zero or empty; columns with numbers that no field has are
    /// not looked at.
    /// </summary>
    /// <exception cref="ChunkFormatException">Anything that an encoder did not write. Nothing is allocated beyond what the row count allows.</exception>
    public static FlowColumns Decode(Chunk chunk, IEnumerable<FlowField> wanted)
    {
        if (chunk.Rows is < 0 or > ChunkLimits.MaxRows)
            throw new ChunkFormatException(ChunkFormatException.Header, 0, $"{chunk.Rows} rows; at most {ChunkLimits.MaxRows} can be");
        var columns = new FlowColumns(chunk.Rows);
        var source = new ColumnDecoder(chunk);
        foreach (var field in wanted.Where(field => chunk.Columns.ContainsKey(field.Id) && !columns.Has(field)))
        {
            switch (field.Kind)
            {
                case FieldKind.Text:
                    columns.Set(field, source.Texts(field));
                    break;
                case FieldKind.Address:
                    columns.Set(field, source.Addresses(field));
                    break;
                default:
                    columns.Set(field, source.Numbers(field.Id));
                    break;
            }
        }

        return columns;
    }
}
