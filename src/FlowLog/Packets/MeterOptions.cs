namespace FlowLog.Packets;

/// <summary>How packets are counted.</summary>
/// <param name="IntervalSeconds">Length of a window: 60, 300, 600 or any divisor of an hour; 0 for one window that holds everything.</param>
/// <param name="InsideTunnels">Whether the packet inside VXLAN, Geneve and GRE counts, in place of the one outside.</param>
/// <param name="TellIcmpApart">Whether ICMP messages of different type or code are different flows.</param>
/// <param name="MaxOpenFlows">At least 1; past it the smallest flows are closed early.</param>
public sealed record MeterOptions(
    int IntervalSeconds = 60,
    bool InsideTunnels = false,
    bool TellIcmpApart = false,
    int MaxOpenFlows = FlowAggregator.DefaultMaxOpenFlows);
