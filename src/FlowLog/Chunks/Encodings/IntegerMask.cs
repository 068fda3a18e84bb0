namespace FlowLog.Chunks.Encodings;

/// <summary>Numbers that have some bits: all of them, or any.</summary>
internal sealed class IntegerMask(long mask, bool all, bool negated) : IntegerTest
{
    public override bool Passes(long value) => ((value & mask) is var found && (all ? found == mask : found != 0)) != negated;

    public override Match Judge(ColumnRange bounds)
    {
        if (bounds.Minimum == bounds.Maximum)
            return Passes(bounds.Minimum) ? Match.All : Match.None;
        return Match.Some;
    }
}
