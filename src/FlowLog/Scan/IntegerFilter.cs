using FlowLog.Chunks.Encodings;

namespace FlowLog.Scan;

/// <summary>A test of a column's numbers or codes, where they lie encoded.</summary>
internal sealed class IntegerFilter(EncodedIntegers integers, IntegerTest test) : RowFilter
{
    /// <summary>Of columns of blocks, those of which more blocks are settled by their heads come first.</summary>
    public override int Effort { get; } = integers.EffortOf(test);

    public override void Narrow(int start, Span<ulong> bits) => integers.Narrow(test, start, bits);
}
