namespace FlowLogFunctions.Reports;

/// <summary>One point of the traffic over time.</summary>
internal sealed record TrafficPoint(DateTimeOffset Time, string Action, string Direction, long Records, long Packets, long Bytes);
