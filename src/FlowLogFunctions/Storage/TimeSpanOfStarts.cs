namespace FlowLogFunctions.Storage;

/// <summary>The least and the greatest start of a chunk's records, Unix seconds, both inclusive.</summary>
internal readonly record struct TimeSpanOfStarts(long Least, long Greatest)
{
    public static TimeSpanOfStarts Of(ReadOnlySpan<long> starts)
    {
        var (least, greatest) = (long.MaxValue, long.MinValue);
        foreach (var start in starts)
            (least, greatest) = (Math.Min(least, start), Math.Max(greatest, start));
        return new(least, greatest);
    }
}
