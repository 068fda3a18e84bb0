using FlowLog.Reports;

namespace FlowLogFunctions.Reports;

/// <summary>Every chart of a Logstore's dashboard, from the aggregates.</summary>
/// <param name="BucketSeconds">Length of a point of <see cref="Traffic"/>.</param>
/// <param name="NoDataWindows">Windows in which an ENI had no traffic.</param>
/// <param name="SkippedWindows">Windows of which traffic is missing.</param>
/// <param name="Traffic">By time, action and direction; exact.</param>
/// <param name="Protocols">By protocol, most bytes first; exact.</param>
internal sealed record Dashboard(
    DateTimeOffset From, DateTimeOffset To, int BucketSeconds, Traffic Totals, Traffic Accepted, Traffic Rejected,
    long NoDataWindows, long SkippedWindows, IReadOnlyList<TrafficPoint> Traffic, IReadOnlyList<ProtocolShare> Protocols,
    TopChart Sources, TopChart Destinations, TopChart DestinationPorts, TopChart Enis);

/// <summary>One point of the traffic over time.</summary>
internal sealed record TrafficPoint(DateTimeOffset Time, string Action, string Direction, long Records, long Packets, long Bytes);

/// <summary>A protocol's traffic.</summary>
internal sealed record ProtocolShare(int Protocol, string Name, long Records, long Packets, long Bytes, long RejectedPackets, long RejectedBytes);

/// <summary>The keys with the most bytes.</summary>
/// <param name="ErrorBytes">The most bytes by which a key's sum can be too low; 0 means exact.</param>
internal sealed record TopChart(long ErrorBytes, IReadOnlyList<TopEntry> Items);

/// <summary>A key's traffic, and how much of it the rules refused.</summary>
internal sealed record TopEntry(string Key, long Records, long Packets, long Bytes, long RejectedRecords, long RejectedPackets, long RejectedBytes);
