namespace FlowLogFunctions.Capture;

/// <summary>Which packets of an ENI count, and as what.</summary>
/// <param name="SamplingRate">1 of so many is looked at and stands for all; 0 or 1 for every packet.</param>
/// <param name="InsideTunnels">Whether the packet inside VXLAN, Geneve and GRE counts, in place of the one outside.</param>
/// <param name="Multicast">Whether packets to multicast groups count.</param>
internal sealed record PacketChoice(int SamplingRate, bool InsideTunnels, bool Multicast)
{
    public static readonly PacketChoice Every = new(0, InsideTunnels: false, Multicast: true);

    public bool IsSampled => SamplingRate > 1;
}
