using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        using var coded = new CodedRows(rows);
        var order = RowOrder.Of(coded);
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>();
        var (writer, trial) = (new ByteWriter(rows.Count), new ByteWriter(rows.Count));
        if (coded[FlowFields.Source] is not null || coded[FlowFields.Destination] is not null)
        {
            Addresses.Write(writer, coded.Addresses);
            columns[ChunkLimits.AddressesId] = EncodedColumn.Seal(writer, ChunkLimits.AddressesId, rows.Count);
        }

        var scratch = coded.Rent();
        var start = coded[FlowFields.Start] is { } times ? Ordered(times, coded.Range(times), order, coded.Rent()) : [];
        foreach (var field in FlowFields.All.Where(field => coded[field] is not null))
        {
            writer.Clear();
            var column = coded[field]!;
            var values = field == FlowFields.Start ? start : Ordered(column, coded.Range(column), order, scratch);
            Write(writer, trial, field, coded, values, start);
            columns[field.Id] = EncodedColumn.Seal(writer, field.Id, rows.Count);
        }

        return new() { Rows = rows.Count, Columns = columns.ToFrozenDictionary() };
    }

    private static void Write(
        ByteWriter writer, ByteWriter trial, FlowField field, CodedRows coded, ReadOnlySpan<long> values, ReadOnlySpan<long> start)
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
                NumberColumn.Write(writer, trial, values, coded.Range(coded[field]!), FlowFields.Start.Id, field == FlowFields.End ? start : []);
                break;
        }
    }

    private static ReadOnlySpan<long> Ordered(long[] values, ColumnRange range, int[] order, long[] scratch)
    {
        if (range.Minimum == range.Maximum)
            return values.AsSpan(0, order.Length);
        if ((ulong)(range.Maximum - range.Minimum) <= uint.MaxValue)
            GatherNarrow(values, range.Minimum, order, scratch);
        else
            Gather(values, order, scratch);
        return scratch.AsSpan(0, order.Length);
    }

    private static void Gather(long[] values, int[] order, long[] ordered)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(values);
        ref var to = ref MemoryMarshal.GetArrayDataReference(ordered);
        for (var row = 0; row < order.Length; row++)
            Unsafe.Add(ref to, row) = Unsafe.Add(ref from, order[row]);
    }

    /// <summary>The same by way of 32 bits a number, as half of the memory is twice as near.</summary>
    private static void GatherNarrow(long[] values, long origin, int[] order, long[] ordered)
    {
        var narrow = ArrayPool<uint>.Shared.Rent(order.Length);
        Lanes64.Narrow(values.AsSpan(0, order.Length), origin, narrow);
        ref var from = ref MemoryMarshal.GetArrayDataReference(narrow);
        ref var to = ref MemoryMarshal.GetArrayDataReference(ordered);
        for (var row = 0; row < order.Length; row++)
            Unsafe.Add(ref to, row) = origin + Unsafe.Add(ref from, order[row]);
        ArrayPool<uint>.Shared.Return(narrow);
    }
}
