using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>Registers of a distinct count as bytes: those that are not zero with the gaps between them, or all in six bits each.</summary>
internal static class DistinctRegisters
{
    private const int BitsOfRank = 6;

    public static void Write(ByteWriter writer, ReadOnlySpan<byte> ranks)
    {
        var dense = ranks.Length * BitsOfRank / 8;
        var used = ranks.Length - ranks.Count((byte)0);
        if (used * 2 >= dense)
        {
            writer.Byte(0);
            WriteDense(writer.Reserve(dense), ranks);
            return;
        }

        writer.Byte(1);
        writer.Varint((ulong)used);
        for (var (i, before) = (0, -1); i < ranks.Length; i++)
        {
            if (ranks[i] == 0)
                continue;
            writer.Varint((ulong)(i - before - 1));
            writer.Byte(ranks[i]);
            before = i;
        }
    }

    public static byte[] Read(ref ByteReader reader, int count, int largest)
    {
        var isSparse = reader.Count(1, "as a mark of registers") == 1;
        var ranks = new byte[count];
        if (isSparse)
            ReadSparse(ref reader, ranks);
        else
            ReadDense(reader.Take(count * BitsOfRank / 8), ranks);
        foreach (var rank in ranks)
        {
            if (rank > largest)
                throw reader.Corrupt($"a rank of {rank}; at most {largest} can be");
        }

        return ranks;
    }

    private static void ReadSparse(ref ByteReader reader, byte[] ranks)
    {
        var at = -1;
        for (var left = reader.Count(ranks.Length, "registers"); left > 0; left--)
        {
            at += reader.Count(ranks.Length, "as a gap") + 1;
            if (at >= ranks.Length)
                throw reader.Corrupt("a register behind the last");
            ranks[at] = reader.Byte();
        }
    }

    /// <summary>Four ranks are three bytes.</summary>
    private static void WriteDense(Span<byte> bytes, ReadOnlySpan<byte> ranks)
    {
        for (var (i, at) = (0, 0); i < ranks.Length; i += 4, at += 3)
        {
            var four = ranks[i] | (ranks[i + 1] << 6) | (ranks[i + 2] << 12) | (ranks[i + 3] << 18);
            (bytes[at], bytes[at + 1], bytes[at + 2]) = ((byte)four, (byte)(four >> 8), (byte)(four >> 16));
        }
    }

    private static void ReadDense(ReadOnlySpan<byte> bytes, Span<byte> ranks)
    {
        for (var (i, at) = (0, 0); i < ranks.Length; i += 4, at += 3)
        {
            var four = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
            for (var k = 0; k < 4; k++)
                ranks[i + k] = (byte)((four >> (BitsOfRank * k)) & 0x3F);
        }
    }
}
