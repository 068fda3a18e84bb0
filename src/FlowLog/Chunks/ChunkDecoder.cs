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
        using var reader = new ChunkReader(chunk);
        var columns = new FlowColumns(chunk.Rows);
        IpAddress[]? addresses = null;
        foreach (var field in wanted.Where(field => chunk.Columns.ContainsKey(field.Id) && !columns.Has(field)))
        {
            switch (field.Kind)
            {
                case FieldKind.Text:
                    columns.Set(field, new TextColumn(reader.Texts(field), Codes(reader, field)));
                    break;
                case FieldKind.Address:
                    columns.Set(field, new AddressColumn(addresses ??= reader.Addresses.ToArray(), Codes(reader, field)));
                    break;
                default:
                    var numbers = GC.AllocateUninitializedArray<long>(chunk.Rows);
                    reader.Numbers(field, 0, numbers);
                    columns.Set(field, numbers);
                    break;
            }
        }

        return columns;
    }

    private static int[] Codes(ChunkReader reader, FlowField field)
    {
        var codes = GC.AllocateUninitializedArray<int>(reader.Rows);
        reader.Codes(field, 0, codes);
        return codes;
    }
}
