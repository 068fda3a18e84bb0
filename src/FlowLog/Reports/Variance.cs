namespace FlowLog.Reports;

/// <summary>By how much sums of sampled traffic may be off: variances of packets and bytes. 0 where every packet was counted.</summary>
public readonly record struct Variance(double Packets, double Bytes)
{
    public static Variance operator +(Variance a, Variance b) => new(a.Packets + b.Packets, a.Bytes + b.Bytes);
}
