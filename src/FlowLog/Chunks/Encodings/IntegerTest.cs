namespace FlowLog.Chunks.Encodings;

/// <summary>A condition that an integer meets or not: of numbers, or of codes of a table.</summary>
internal abstract class IntegerTest
{
    public abstract bool Passes(long value);

    /// <summary>What bounds tell. <see cref="Match.Some"/> may turn out to be all or none.</summary>
    public abstract Match Judge(ColumnRange bounds);

    /// <summary>What a block's head tells.</summary>
    public Match Judge(in PackedBlock block, int count) => block.Bounds(count) is { } bounds ? Judge(bounds) : Match.Some;

    /// <summary>Clears the bits of values that do not pass.</summary>
    /// <param name="values">At most as many as <paramref name="bits"/> has.</param>
    public virtual void Narrow(ReadOnlySpan<long> values, Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            ulong passed = 0;
            var left = bits[word];
            for (; left != 0; left &= left - 1)
            {
                var lowest = left & (0 - left);
                if (Passes(values[(word * Bitmap.WordBits) + System.Numerics.BitOperations.TrailingZeroCount(left)]))
                    passed |= lowest;
            }

            bits[word] = passed;
        }
    }
}
