using System.Buffers;
using System.Collections.Frozen;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// Rows to a chunk. The same set of rows gives the same bytes, whatever order they come in. Fields that the rows do not have,
/// or that are zero or empty in all of them, are left out.
/// </summary>
public static class ChunkEncoder
{
    /// <exception cref="ArgumentException">More than <see cref="ChunkLimits.MaxRows"/> rows, or a text that is too long.</exception>
    public static Chunk Encode(FlowColumns rows)
    {
        if (rows.Count > ChunkLimits.MaxRows)
            throw new ArgumentException($"{rows.Count} rows; a chunk holds at most {ChunkLimits.MaxRows}.", nameof(rows));
        var coded = new CodedRows(rows);
        var order = RowOrder.Of(coded);
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>();
        var writer = new ByteWriter(rows.Count * 4);
        if (coded[FlowFields.Source] is not null || coded[FlowFields.Destination] is not null)
        {
            Addresses.Write(writer, coded.Addresses);
            columns[ChunkLimits.AddressesId] = EncodedColumn.Seal(writer, ChunkLimits.AddressesId, rows.Count);
        }

        var scratch = ArrayPool<long>.Shared.Rent(rows.Count);
        var start = coded[FlowFields.Start] is { } times ? Ordered(times, order, new long[rows.Count]) : [];
        foreach (var field in FlowFields.All.Where(field => coded[field] is not null))
        {
            writer.Clear();
            Write(writer, field, coded, Ordered(coded[field]!, order, scratch), start);
            columns[field.Id] = EncodedColumn.Seal(writer, field.Id, rows.Count);
        }

        ArrayPool<long>.Shared.Return(scratch);
        return new() { Rows = rows.Count, Columns = columns.ToFrozenDictionary() };
    }

    private static void Write(ByteWriter writer, FlowField field, CodedRows coded, ReadOnlySpan<long> values, ReadOnlySpan<long> start)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                Texts.Write(writer, coded.Texts(field), values);
                break;
            case FieldKind.Address:
                writer.Byte((int)ColumnEncoding.AddressCodes);
                IntegerStream.Write(writer, values);
                break;
            default:
                NumberColumn.Write(writer, values, FlowFields.Start.Id, field == FlowFields.End ? start : []);
                break;
        }
    }

    private static ReadOnlySpan<long> Ordered(long[] values, int[] order, long[] scratch)
    {
        if (!values.AsSpan().ContainsAnyExcept(values[0]))
            return values;
        for (var row = 0; row < order.Length; row++)
            scratch[row] = values[order[row]];
        return scratch.AsSpan(0, order.Length);
    }
}
