namespace FlowLogFunctions.Reports;

/// <summary>A key's traffic, and how much of it the rules refused.</summary>
internal sealed record TopEntry(string Key, long Records, long Packets, long Bytes, long RejectedRecords, long RejectedPackets, long RejectedBytes);
