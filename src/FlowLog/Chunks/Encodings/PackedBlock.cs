namespace FlowLog.Chunks.Encodings;

/// <summary>Where a block of <see cref="Blocks"/> lies and how it is packed.</summary>
/// <param name="Offset">Of its bits, in the stream's bytes.</param>
/// <param name="Kind">Its first byte: width, and whether it holds differences.</param>
/// <param name="Exceptions">How many of its numbers are wider.</param>
/// <param name="Origin">The least number, or the first of differences.</param>
/// <param name="Least">The least difference; 0 for frame of reference.</param>
internal readonly record struct PackedBlock(int Offset, byte Kind, byte Exceptions, byte More, long Origin, long Least)
{
    public int Width => Kind & ~Blocks.OfDifferences;

    public bool OfDifferences => Kind >= Blocks.OfDifferences;

    /// <summary>Bounds of the block's numbers that follow from its head; none if they may lie anywhere.</summary>
    public ColumnRange? Bounds(int count)
    {
        const int SurelyNoOverflow = 40;
        var bits = Exceptions == 0 ? Width : Width + More;
        if (bits > SurelyNoOverflow || (ulong)Least > 1UL << SurelyNoOverflow)
            return null;
        var step = (1L << bits) - 1 + Least;
        var span = OfDifferences ? step * (count - 1) : step;
        return Origin > long.MaxValue - span ? null : new(Origin, Origin + span);
    }
}
