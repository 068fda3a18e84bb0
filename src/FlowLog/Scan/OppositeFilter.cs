namespace FlowLog.Scan;

/// <summary>Rows that another filter does not let pass.</summary>
internal sealed class OppositeFilter(RowFilter filter) : RowFilter
{
    public override int Effort => filter.Effort;

    public override void Narrow(int start, Span<ulong> bits)
    {
        Span<ulong> passed = stackalloc ulong[ChunkScan.StepWords];
        passed = passed[..bits.Length];
        bits.CopyTo(passed);
        filter.Narrow(start, passed);
        for (var word = 0; word < bits.Length; word++)
            bits[word] &= ~passed[word];
    }
}
