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
    /// <summary>Bits of numbers that are counted in lanes of 32 bits.</summary>
    private const int NarrowBits = 31;

    /// <summary>The width at which numbers and exceptions are shortest.</summary>
    [SkipLocalsInit]
    public static Packing Of(ReadOnlySpan<ulong> numbers)
    {
        var widest = 64 - BitOperations.LeadingZeroCount(Lanes64.Or(numbers));
        if (widest == 0)
            return default;
        Span<int> narrow = stackalloc int[Blocks.Length];
        narrow = narrow[..numbers.Length];
        Lanes64.Saturate(numbers, narrow);
        Span<int> wide = stackalloc int[65];
        CountWide(numbers[..(widest > NarrowBits ? numbers.Length : 0)], wide);
        var wider = 0;
        var best = new Packing(widest, 0, widest, BitPacking.Size(numbers.Length, widest));
        for (var width = widest - 1; width >= 0; width--)
        {
            wider = width < NarrowBits ? Lanes64.CountFrom(narrow, 1 << width) : wider + wide[width + 1];

            // Narrower ones have no fewer exceptions; these alone may be longer than the best.
            if (wider > 255 || 1 + wider + (wider * widest / 8) >= best.Size)
                break;
            var size = BitPacking.Size(numbers.Length, width) + 1 + wider + BitPacking.Size(wider, widest - width);
            if (size < best.Size)
                best = new(width, wider, widest, size);
        }

        return best;
    }

    /// <summary>How many numbers have each width beyond <see cref="NarrowBits"/>.</summary>
    private static void CountWide(ReadOnlySpan<ulong> numbers, Span<int> counts)
    {
        counts.Clear();
        foreach (var number in numbers)
        {
            if (number > int.MaxValue)
                counts[64 - BitOperations.LeadingZeroCount(number)]++;
        }
    }

    /// <summary>Writes <c>bits; if there are exceptions: their width: byte; positions: a byte each; high parts: bits</c>.</summary>
    public void Write(ByteWriter writer, ReadOnlySpan<ulong> numbers)
    {
        BitPacking.Pack(numbers, Width, writer.Reserve(BitPacking.Size(numbers.Length, Width)));
        if (Exceptions == 0)
            return;
        writer.Byte(Widest - Width);
        Span<ulong> high = stackalloc ulong[Exceptions];
        var positions = writer.Reserve(Exceptions);
        var found = 0;
        for (var i = 0; i < numbers.Length && found < Exceptions; i++)
        {
            // Stored whether it is an exception or not, and kept if it is: which of them are cannot be foretold.
            (high[found], positions[found]) = (numbers[i] >> Width, (byte)i);
            found += high[found] == 0 ? 0 : 1;
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
