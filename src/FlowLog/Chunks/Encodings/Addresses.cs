using System.Buffers;
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
    public static IpAddress[] Read(ref ByteReader reader, int rows)
    {
        var v4 = reader.Count(2 * rows, "IPv4 addresses");
        var v6 = reader.Count((2 * rows) - v4, "IPv6 addresses");
        var low = ArrayPool<long>.Shared.Rent(v4 + v6);
        var high = ArrayPool<long>.Shared.Rent(v6);
        try
        {
            IntegerStream.Read(ref reader, low.AsSpan(0, v4), Nesting.Part);
            IntegerStream.Read(ref reader, high.AsSpan(0, v6), Nesting.Codes);
            IntegerStream.Read(ref reader, low.AsSpan(v4, v6), Nesting.Part);
            return Join(ref reader, low, high, v4, v6);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(low);
            ArrayPool<long>.Shared.Return(high);
        }
    }

    private static IpAddress[] Join(ref ByteReader reader, long[] low, long[] high, int v4, int v6)
    {
        var addresses = GC.AllocateUninitializedArray<IpAddress>(v4 + v6);
        for (var i = 0; i < v4; i++)
        {
            if ((ulong)low[i] > uint.MaxValue || (i > 0 && low[i] <= low[i - 1]))
                throw reader.Corrupt("IPv4 addresses that do not ascend");
            addresses[i] = IpAddress.V4((uint)low[i]);
        }

        for (var i = 0; i < v6; i++)
        {
            var bits = new UInt128((ulong)high[i], (ulong)low[v4 + i]);
            if (i > 0 && bits <= addresses[v4 + i - 1].Bits)
                throw reader.Corrupt("IPv6 addresses that do not ascend");
            addresses[v4 + i] = new(bits, true);
        }

        return addresses;
    }

    /// <summary>Looks up the addresses of a column's codes.</summary>
    public static IpAddress[] Pick(ref ByteReader reader, ReadOnlySpan<long> codes, IpAddress[] addresses)
    {
        var picked = GC.AllocateUninitializedArray<IpAddress>(codes.Length);
        for (var row = 0; row < picked.Length; row++)
        {
            if ((ulong)codes[row] >= (ulong)addresses.Length)
                throw reader.Corrupt($"address {codes[row]} of {addresses.Length}");
            picked[row] = addresses[(int)codes[row]];
        }

        return picked;
    }
}
