namespace FlowLog.Query.Grouping;

/// <summary>How much memory groups may still take.</summary>
internal sealed class GroupBudget(long bytes, GroupShape shape, KeyLayout layout)
{
    private readonly long _perGroup = (layout.Bits / 8) + (sizeof(long) * (1 + shape.Columns.Count));
    private long _left = bytes;

    /// <exception cref="QueryLimitException">They take more.</exception>
    public void Take(int groups)
    {
        if (Interlocked.Add(ref _left, -groups * _perGroup) < 0)
            throw new QueryLimitException("TooManyGroups", $"The groups take more than memory allows; narrow the time range or the search, or group by fewer fields.");
    }
}
