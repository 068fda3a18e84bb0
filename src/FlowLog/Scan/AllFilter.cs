namespace FlowLog.Scan;

/// <summary>Rows that pass one filter after the other.</summary>
/// <param name="parts">The cheapest first.</param>
internal sealed class AllFilter(RowFilter[] parts) : RowFilter
{
    public override int Effort { get; } = parts.Sum(part => part.Effort);

    public override void Narrow(int start, Span<ulong> bits)
    {
        foreach (var part in parts)
        {
            part.Narrow(start, bits);
            if (!bits.ContainsAnyExcept(0UL))
                return;
        }
    }
}
