namespace FlowLog.Chunks;

/// <summary>The least and the greatest number of a column.</summary>
public readonly record struct ColumnRange(long Minimum, long Maximum)
{
    public bool Contains(long value) => value >= Minimum && value <= Maximum;
}
