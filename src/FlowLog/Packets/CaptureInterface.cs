namespace FlowLog.Packets;

/// <summary>An interface that a pcapng section describes.</summary>
/// <param name="SnapLength">The most bytes captured of a packet; 0 for all.</param>
internal readonly record struct CaptureInterface(LinkType LinkType, uint SnapLength, TimestampUnit Time);
