using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowLog.Chunks.Encodings;

/// <summary>How a block's numbers are packed: all at one width, and the few that are wider patched (patched frame of reference).</summary>
/// <param name="Width">Bits of each number, 0 to 64.</param>
/// <param name="Exceptions">How many are wider, 0 to 255.</param>
/// <param name="Widest">Bits of the widest.</param>
/// <param name="Size">Bytes of bits and exceptions together.</param>
internal readonly record struct Packing(int Width, int Exceptions, int Widest, int Size)
{
    /// <summary>The width at which numbers and exceptions are shortest.</summary>
    public static Packing Of(ReadOnlySpan<ulong> numbers)
    {
        ulong all = 0;
        foreach (var number in numbers)
            all |= number;
        var widest = 64 - BitOperations.LeadingZeroCount(all);
        if (widest == 0)
            return default;
        Span<int> counts = stackalloc int[65];
        CountWidths(numbers, counts);
        var best = new Packing(widest, 0, widest, BitPacking.Size(numbers.Length, widest));
        var wider = 0;
        for (var width = widest - 1; width >= 0; width--)
        {
            wider += counts[width + 1];
            if (wider > 255)
                break;
            var size = BitPacking.Size(numbers.Length, width) + 1 + wider + BitPacking.Size(wider, widest - width);
            if (size < best.Size)
                best = new(width, wider, widest, size);
        }

        return best;
    }

    /// <summary>How many numbers have each width. Two tallies, as a counter that was just written is slow to read.</summary>
    private static void CountWidths(ReadOnlySpan<ulong> numbers, Span<int> counts)
    {
        Span<int> others = stackalloc int[65];
        for (; numbers.Length >= 2; numbers = numbers[2..])
        {
            counts[64 - BitOperations.LeadingZeroCount(numbers[0])]++;
            others[64 - BitOperations.LeadingZeroCount(numbers[1])]++;
        }

        foreach (var number in numbers)
            counts[64 - BitOperations.LeadingZeroCount(number)]++;
        for (var width = 0; width < counts.Length; width++)
            counts[width] += others[width];
    }

    /// <summary>Writes <c>bits; if there are exceptions: their width: byte; positions: a byte each; high parts: bits</c>.</summary>
    public void Write(ByteWriter writer, ReadOnlySpan<ulong> numbers)
    {
        BitPacking.Pack(numbers, Width, writer.Reserve(BitPacking.Size(numbers.Length, Width)));
        if (Exceptions == 0)
            return;
        writer.Byte(Widest - Width);
        Span<ulong> high = stackalloc ulong[Exceptions];
        var found = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] >> Width == 0)
                continue;
            high[found++] = numbers[i] >> Width;
            writer.Byte(i);
        }

        BitPacking.Pack(high, Widest - Width, writer.Reserve(BitPacking.Size(Exceptions, Widest - Width)));
    }

    /// <summary>Passes over the bits and exceptions of a block, and checks them.</summary>
    /// <returns>Bits of the exceptions' high parts; 0 without exceptions.</returns>
    public static byte Check(ref ByteReader reader, int width, int exceptions, int count)
    {
        reader.Take(BitPacking.Size(count, width));
        if (exceptions == 0)
            return 0;
        var more = reader.Byte();
        if (width + more > 64)
            throw reader.Corrupt($"exceptions of {width + more} bits");
        foreach (var position in reader.Take(exceptions))
        {
            if (position >= count)
                throw reader.Corrupt($"an exception at {position} in a block of {count}");
        }

        reader.Take(BitPacking.Size(exceptions, more));
        return more;
    }

    /// <summary>Unpacks numbers that were checked, and adds <paramref name="origin"/> to each.</summary>
    [SkipLocalsInit]
    public static void Unpack(in PackedBlock block, ReadOnlySpan<byte> bytes, long origin, Span<long> values)
    {
        var size = BitPacking.Size(values.Length, block.Width);
        BitPacking.Unpack(bytes[block.Offset..], block.Width, origin, values);
        if (block.Exceptions == 0)
            return;
        var positions = bytes.Slice(block.Offset + size + 1, block.Exceptions);
        Span<long> high = stackalloc long[block.Exceptions];
        BitPacking.Unpack(bytes[(block.Offset + size + 1 + block.Exceptions)..], block.More, 0, high);
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] += high[i] << block.Width;
    }
}
