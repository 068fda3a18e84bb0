using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Network;

/// <summary>A flow as an ENI saw it: which way it went, and what was decided about it.</summary>
public readonly record struct JudgedFlow(FlowTotals Flow, Direction Direction, Verdict Verdict);
