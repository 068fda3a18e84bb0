using FlowLog.Chunks.Encodings;

namespace FlowLog.Scan;

/// <summary>All rows or none.</summary>
internal sealed class SettledFilter(Match verdict) : RowFilter
{
    public override Match Verdict => verdict;

    public override int Effort => 0;

    public override void Narrow(int start, Span<ulong> bits)
    {
        if (verdict == Match.None)
            bits.Clear();
    }
}
