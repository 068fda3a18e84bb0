using System.Runtime.CompilerServices;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// The integers of a stream, still encoded. Any block of <see cref="Blocks.Length"/> can be read, or tested, without those before it.
/// Opening a stream checks its layout to the end, so that reading meets no bounds but those of codes.
/// </summary>
/// <param name="count">Integers of the stream.</param>
internal abstract class EncodedIntegers(int count)
{
    public int Count { get; } = count;

    /// <summary>What a test costs: 0 for nothing, 1 for a look-up a run, up to 4 for reading every integer twice.</summary>
    public abstract int Effort { get; }

    /// <summary>The same of one test, in 64ths.</summary>
    public virtual int EffortOf(IntegerTest test) => Effort * 64;

    /// <summary>Reads integers from a place on.</summary>
    /// <param name="start">A multiple of <see cref="Blocks.Length"/>.</param>
    /// <param name="values">Whole blocks, or all that is left.</param>
    public abstract void Read(int start, Span<long> values);

    /// <summary>Clears the bits of integers that do not pass. Blocks without a bit are not looked at.</summary>
    /// <param name="bits">A bit an integer from <paramref name="start"/> on, whole words; bits behind the last integer are zero.</param>
    [SkipLocalsInit]
    public virtual void Narrow(IntegerTest test, int start, Span<ulong> bits)
    {
        Span<long> values = stackalloc long[Blocks.Length];
        for (; !bits.IsEmpty; bits = bits[Math.Min(Bitmap.WordsOfBlock, bits.Length)..], start += Blocks.Length)
        {
            var words = bits[..Math.Min(Bitmap.WordsOfBlock, bits.Length)];
            if (!words.ContainsAnyExcept(0UL))
                continue;
            var block = values[..Math.Min(Blocks.Length, Count - start)];
            Read(start, block);
            test.Narrow(block, words);
        }
    }

    /// <summary>Some integers of which few are wanted.</summary>
    /// <param name="rows">Places counted from <paramref name="start"/>, ascending.</param>
    public virtual void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked)
    {
        Span<long> values = stackalloc long[Blocks.Length];
        var block = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = start + rows[i];
            if (row / Blocks.Length != block)
            {
                block = row / Blocks.Length;
                Read(block * Blocks.Length, values[..Math.Min(Blocks.Length, Count - (block * Blocks.Length))]);
            }

            picked[i] = values[row % Blocks.Length];
        }
    }
}
