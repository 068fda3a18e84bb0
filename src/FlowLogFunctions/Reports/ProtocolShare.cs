namespace FlowLogFunctions.Reports;

/// <summary>A protocol's traffic.</summary>
internal sealed record ProtocolShare(int Protocol, string Name, long Records, long Packets, long Bytes, long RejectedPackets, long RejectedBytes);
