namespace FlowLog.Scan;

/// <summary>Rows that pass one of some filters. Each is asked only about rows that none before it let pass.</summary>
/// <param name="parts">The cheapest first.</param>
internal sealed class AnyFilter(RowFilter[] parts) : RowFilter
{
    public override int Effort { get; } = parts.Sum(part => part.Effort);

    public override void Narrow(int start, Span<ulong> bits)
    {
        Span<ulong> left = stackalloc ulong[ChunkScan.StepWords];
        Span<ulong> tried = stackalloc ulong[ChunkScan.StepWords];
        left = left[..bits.Length];
        tried = tried[..bits.Length];
        bits.CopyTo(left);
        foreach (var part in parts)
        {
            left.CopyTo(tried);
            part.Narrow(start, tried);
            for (var word = 0; word < left.Length; word++)
                left[word] &= ~tried[word];
            if (!left.ContainsAnyExcept(0UL))
                return;
        }

        for (var word = 0; word < bits.Length; word++)
            bits[word] &= ~left[word];
    }
}
