using FlowLog.Flows;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// The addresses of a chunk, ascending. <c>IPv4: varint; IPv6: varint; IPv4 as numbers: stream; high halves: stream; low halves:
/// stream</c>; an address column is a code a row: <c>stream</c>.
/// </summary>
internal static class Addresses
{
    public static void Write(ByteWriter writer, ReadOnlySpan<IpAddress> addresses)
    {
        var v4 = addresses.Length;
        while (v4 > 0 && addresses[v4 - 1].IsIPv6)
            v4--;
        var v6 = addresses.Length - v4;
        writer.Byte((int)ColumnEncoding.Addresses);
        writer.Varint((ulong)v4);
        writer.Varint((ulong)v6);
        var halves = new long[addresses.Length];
        for (var i = 0; i < halves.Length; i++)
            halves[i] = (long)(ulong)addresses[i].Bits;
        var high = new long[v6];
        for (var i = 0; i < v6; i++)
            high[i] = (long)(ulong)(addresses[v4 + i].Bits >> 64);
        IntegerStream.Write(writer, halves.AsSpan(0, v4), Nesting.Part);
        IntegerStream.Write(writer, high, Nesting.Codes);
        IntegerStream.Write(writer, halves.AsSpan(v4), Nesting.Part);
    }

    /// <summary>Reads a payload whose encoding byte has been read.</summary>
    /// <param name="rows">Rows of the chunk; each has two addresses.</param>
    public static AddressList Read(ref ByteReader reader, int rows)
    {
        var v4 = reader.Count(2 * rows, "IPv4 addresses");
        var v6 = reader.Count((2 * rows) - v4, "IPv6 addresses");
        var list = new AddressList(v4, v6);
        try
        {
            IntegerStream.Read(ref reader, list.Low[..v4], Nesting.Part);
            IntegerStream.Read(ref reader, list.High, Nesting.Codes);
            IntegerStream.Read(ref reader, list.Low[v4..], Nesting.Part);
            Check(ref reader, list.Low[..v4], list.High, list.Low[v4..]);
            return list;
        }
        catch (ChunkFormatException)
        {
            list.Dispose();
            throw;
        }
    }

    private static void Check(ref ByteReader reader, ReadOnlySpan<long> v4, ReadOnlySpan<long> high, ReadOnlySpan<long> low)
    {
        var before = -1L;
        var ascend = true;
        foreach (var address in v4)
        {
            ascend &= address > before;
            before = address;
        }

        if (!ascend || before > uint.MaxValue)
            throw reader.Corrupt("IPv4 addresses that do not ascend");
        for (var i = 1; i < high.Length; i++)
        {
            if (high[i] == high[i - 1] ? (ulong)low[i] <= (ulong)low[i - 1] : (ulong)high[i] <= (ulong)high[i - 1])
                throw reader.Corrupt("IPv6 addresses that do not ascend");
        }
    }
}
