namespace FlowLog.Reports;

/// <summary>How much: records, packets and bytes.</summary>
public readonly record struct Traffic(long Records, long Packets, long Bytes)
{
    public static Traffic operator +(Traffic a, Traffic b) => new(a.Records + b.Records, a.Packets + b.Packets, a.Bytes + b.Bytes);
}
