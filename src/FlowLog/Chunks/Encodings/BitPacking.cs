using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// Numbers of one width, 0 to 64 bits, one after the other, lowest bit first, without gaps; the last byte is filled with
/// zeros. Eight numbers of w bits are w bytes.
/// </summary>
internal static class BitPacking
{
    /// <summary>The widest number that eight bytes always hold, wherever in its first byte it begins.</summary>
    public const int OneLoad = 57;

    public static int Size(int count, int width) => (int)((((long)count * width) + 7) >> 3);

    /// <summary>Writes the low <paramref name="width"/> bits of each value.</summary>
    /// <param name="packed"><see cref="Size"/> bytes.</param>
    public static void Pack(ReadOnlySpan<ulong> values, int width, Span<byte> packed)
    {
        if (width == 0)
            return;
        var mask = ulong.MaxValue >> (64 - width);
        ulong word = 0;
        int filled = 0, at = 0;
        foreach (var value in values)
        {
            var bits = value & mask;
            word |= bits << filled;
            filled += width;
            if (filled < 64)
                continue;
            BinaryPrimitives.WriteUInt64LittleEndian(packed[at..], word);
            at += 8;
            filled -= 64;
            word = filled == 0 ? 0 : bits >> (width - filled);
        }

        for (; filled > 0; filled -= 8, word >>= 8)
            packed[at++] = (byte)word;
    }

    /// <summary>Reads numbers back and adds <paramref name="origin"/> to each, modulo 2^64.</summary>
    /// <param name="packed"><see cref="Size"/> bytes or more: the more follow, the fewer numbers need care at the end.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int width, long origin, Span<long> values)
    {
        if (width == 0)
        {
            values.Fill(origin);
            return;
        }

        var done = width <= Lanes.MaxWidth && Vector256.IsHardwareAccelerated ? Lanes.Unpack(packed, width, origin, values) : 0;
        if (done == values.Length)
            return;
        packed = packed[..Size(values.Length, width)];
        if (width <= OneLoad)
            UnpackWords(packed, width, origin, values, done);
        else
            UnpackWide(packed, width, origin, values);
    }

    /// <summary>One number of at most <see cref="OneLoad"/> bits.</summary>
    /// <param name="packed">All bytes of the block.</param>
    public static long One(ReadOnlySpan<byte> packed, int width, int row)
    {
        var (bit, mask) = (row * width, (1UL << width) - 1);
        var bytes = packed[(bit >> 3)..];
        if (bytes.Length >= sizeof(ulong))
            return (long)((BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> (bit & 7)) & mask);
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        last.Clear();
        bytes.CopyTo(last);
        return (long)((BinaryPrimitives.ReadUInt64LittleEndian(last) >> (bit & 7)) & mask);
    }

    private static void UnpackWords(ReadOnlySpan<byte> packed, int width, long origin, Span<long> values, int row)
    {
        var mask = ulong.MaxValue >> (64 - width);
        var bit = row * width;
        var whole = (packed.Length - 8) << 3;
        for (; row < values.Length && bit <= whole; row++, bit += width)
            values[row] = origin + (long)((BinaryPrimitives.ReadUInt64LittleEndian(packed[(bit >> 3)..]) >> (bit & 7)) & mask);
        if (row == values.Length)
            return;
        Span<byte> last = stackalloc byte[16];
        var start = bit >> 3;
        packed[start..].CopyTo(last);
        for (; row < values.Length; row++, bit += width)
            values[row] = origin + (long)((BinaryPrimitives.ReadUInt64LittleEndian(last[((bit >> 3) - start)..]) >> (bit & 7)) & mask);
    }

    private static void UnpackWide(ReadOnlySpan<byte> packed, int width, long origin, Span<long> values)
    {
        var mask = ulong.MaxValue >> (64 - width);
        for (int row = 0, bit = 0; row < values.Length; row++, bit += width)
        {
            var bytes = packed[(bit >> 3)..];
            var low = BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> (bit & 7);
            var high = (bit & 7) + width > 64 ? (ulong)bytes[8] << (64 - (bit & 7)) : 0;
            values[row] = origin + (long)((low | high) & mask);
        }
    }
}
