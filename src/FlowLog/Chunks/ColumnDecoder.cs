using System.Buffers;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>Decodes columns of one chunk; what several of them need is decoded once.</summary>
internal sealed class ColumnDecoder(Chunk chunk)
{
    private readonly Dictionary<int, long[]> _numbers = [];
    private IpAddress[]? _addresses;

    public long[] Numbers(int columnId) => Numbers(columnId, mayBeRelative: true);

    public TextColumn Texts(FlowField field)
    {
        var reader = EncodedColumn.Open(chunk, field.Id, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.Texts);
        var texts = Encodings.Texts.Read(ref reader, chunk.Rows);
        reader.End();
        return texts;
    }

    public IpAddress[] Addresses(FlowField field)
    {
        var reader = EncodedColumn.Open(chunk, field.Id, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.AddressCodes);
        var codes = ArrayPool<long>.Shared.Rent(chunk.Rows);
        try
        {
            IntegerStream.Read(ref reader, codes.AsSpan(0, chunk.Rows));
            reader.End();
            return Encodings.Addresses.Pick(ref reader, codes.AsSpan(0, chunk.Rows), _addresses ??= AddressTable());
        }
        finally
        {
            ArrayPool<long>.Shared.Return(codes);
        }
    }

    private long[] Numbers(int columnId, bool mayBeRelative)
    {
        if (_numbers.TryGetValue(columnId, out var known))
            return known;
        var reader = EncodedColumn.Open(chunk, columnId, out var encoding);
        var values = GC.AllocateUninitializedArray<long>(chunk.Rows);
        if (encoding == ColumnEncoding.Relative && mayBeRelative)
            ReadRelative(ref reader, columnId, values);
        else
            NumberColumn.Read(ref reader, encoding, values);
        reader.End();
        return _numbers[columnId] = values;
    }

    private IpAddress[] AddressTable()
    {
        if (!chunk.Columns.ContainsKey(ChunkLimits.AddressesId))
            throw new ChunkFormatException(ChunkLimits.AddressesId, 0, "the addresses are missing");
        var reader = EncodedColumn.Open(chunk, ChunkLimits.AddressesId, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.Addresses);
        var addresses = Encodings.Addresses.Read(ref reader, chunk.Rows);
        reader.End();
        return addresses;
    }

    /// <summary>A column that another refers to refers to none itself, so one more column is all that is decoded.</summary>
    private void ReadRelative(ref ByteReader reader, int columnId, long[] values)
    {
        NumberColumn.ReadRange(ref reader, ColumnEncoding.Relative);
        int reference = reader.Byte();
        if (reference == columnId || !chunk.Columns.ContainsKey(reference))
            throw reader.Corrupt($"relative to column {reference}, which it cannot be");
        Relative.Read(ref reader, Numbers(reference, mayBeRelative: false), values);
    }

    private static void Expect(ref ByteReader reader, ColumnEncoding encoding, ColumnEncoding expected)
    {
        if (encoding != expected)
            throw reader.Corrupt($"encoding {(byte)encoding} where {(byte)expected} belongs; it may be a newer format's");
    }
}
