namespace FlowLog.Packets;

/// <summary>A flow's totals as they grow.</summary>
internal struct FlowEntry
{
    public FlowKey Key;
    public long Packets;
    public long Bytes;
    public long FirstNanoseconds;
    public long LastNanoseconds;
    public float BytesVariance;
    public byte TcpFlags;

    public readonly FlowTotals Totals =>
        new(Key.Window, Key.Flow, Packets, Bytes, TcpFlags, FirstNanoseconds, LastNanoseconds, Key.Icmp, BytesVariance);
}
