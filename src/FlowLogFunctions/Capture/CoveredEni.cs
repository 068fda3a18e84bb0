using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>An ENI and the active flow logs that cover it; at least one.</summary>
internal sealed record CoveredEni(Eni Eni, IReadOnlyList<FlowLogs.FlowLog> FlowLogs);
