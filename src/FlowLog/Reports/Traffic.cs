namespace FlowLog.Reports;

/// <summary>How much: records, packets and bytes, none of them negative. Sums end at 2^63 - 1.</summary>
public readonly record struct Traffic(long Records, long Packets, long Bytes)
{
    public static Traffic operator +(Traffic a, Traffic b) => new(Sum(a.Records, b.Records), Sum(a.Packets, b.Packets), Sum(a.Bytes, b.Bytes));

    /// <summary>Of each the greater.</summary>
    public static Traffic Max(Traffic a, Traffic b) => new(Math.Max(a.Records, b.Records), Math.Max(a.Packets, b.Packets), Math.Max(a.Bytes, b.Bytes));

    private static long Sum(long a, long b) => a + b is >= 0 and var sum ? sum : long.MaxValue;
}
