using System.Numerics;

namespace FlowLog.Chunks.Encodings;

/// <summary>A bit a row, lowest first, in words of 64.</summary>
internal static class Bitmap
{
    public const int WordBits = 64;

    /// <summary>Words of a block's rows.</summary>
    public const int WordsOfBlock = Blocks.Length / WordBits;

    /// <summary>Words that hold so many rows.</summary>
    public static int Words(int rows) => (rows + WordBits - 1) / WordBits;

    /// <summary>Sets the first <paramref name="rows"/> bits and no other.</summary>
    public static void Fill(Span<ulong> bits, int rows)
    {
        bits.Fill(ulong.MaxValue);
        if (rows % WordBits != 0)
            bits[rows / WordBits] = (1UL << (rows % WordBits)) - 1;
        bits[Words(rows)..].Clear();
    }

    /// <summary>Clears the bits from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static void Clear(Span<ulong> bits, int start, int end)
    {
        if (start >= end)
            return;
        var (first, last) = (start / WordBits, (end - 1) / WordBits);
        var below = (1UL << (start % WordBits)) - 1;
        var above = end % WordBits == 0 ? 0 : ulong.MaxValue << (end % WordBits);
        if (first == last)
        {
            bits[first] &= below | above;
            return;
        }

        bits[first] &= below;
        bits[(first + 1)..last].Clear();
        bits[last] &= above;
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The places of the bits that are set, ascending.</summary>
    /// <returns>How many there are.</returns>
    public static int Places(ReadOnlySpan<ulong> bits, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
                places[count++] = (i * WordBits) + BitOperations.TrailingZeroCount(word);
        }

        return count;
    }
}
