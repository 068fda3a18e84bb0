using System.Runtime.CompilerServices;
using FlowLog.Chunks.Encodings;

namespace FlowLog.Scan;

/// <summary>Rows in which two columns have the same integer, or not.</summary>
internal sealed class SameFilter(EncodedIntegers one, EncodedIntegers other, bool negated) : RowFilter
{
    public override int Effort { get; } = (one.Effort + other.Effort) * 64;

    [SkipLocalsInit]
    public override void Narrow(int start, Span<ulong> bits)
    {
        Span<long> left = stackalloc long[Blocks.Length];
        Span<long> right = stackalloc long[Blocks.Length];
        for (; !bits.IsEmpty; bits = bits[Math.Min(Bitmap.WordsOfBlock, bits.Length)..], start += Blocks.Length)
        {
            var words = bits[..Math.Min(Bitmap.WordsOfBlock, bits.Length)];
            if (!words.ContainsAnyExcept(0UL))
                continue;
            var count = Math.Min(Blocks.Length, one.Count - start);
            one.Read(start, left[..count]);
            other.Read(start, right[..count]);
            for (var row = 0; row < count; row++)
            {
                if (left[row] == right[row] == negated)
                    words[row / Bitmap.WordBits] &= ~(1UL << (row % Bitmap.WordBits));
            }
        }
    }
}
