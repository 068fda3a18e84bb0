using System.Collections.Frozen;

namespace FlowLog.Flows;

/// <summary>The one table of columns. Chunks, search, SQL, JSON, CSV and the documentation ask it.</summary>
public static class FlowFields
{
    public static readonly FlowField AccountId = Of(1, "account-id", r => r.AccountId, "The account that owns the ENI.");
    public static readonly FlowField Region = Of(2, "region", r => r.Region, "The ENI's region.");
    public static readonly FlowField VpcId = Of(3, "vpc-id", r => r.VpcId, "The ENI's VPC.");
    public static readonly FlowField VSwitchId = Of(4, "vswitch-id", r => r.VSwitchId, "The ENI's VSwitch.");
    public static readonly FlowField VmId = Of(5, "vm-id", r => r.VmId, "The instance that the ENI is bound to; - if none.");
    public static readonly FlowField EniId = Of(6, "eni-id", r => r.EniId, "The ENI that saw the traffic.");
    public static readonly FlowField Type = Of(7, "type", ["IPv4", "IPv6"], r => r.Flow.Source.IsIPv6 ? 1 : 0, "IP family.");
    public static readonly FlowField Protocol = Of(8, "protocol", r => r.Flow.Protocol, "IANA protocol number: 1 ICMP, 6 TCP, 17 UDP.");
    public static readonly FlowField Source = Of(9, "srcaddr", r => r.Flow.Source, "Source address.");
    public static readonly FlowField SourcePort = Of(10, "srcport", r => r.Flow.SourcePort, "Source port; 0 where the protocol has none.");
    public static readonly FlowField Destination = Of(11, "dstaddr", r => r.Flow.Destination, "Destination address.");
    public static readonly FlowField DestinationPort = Of(12, "dstport", r => r.Flow.DestinationPort, "Destination port; 0 where the protocol has none.");
    public static readonly FlowField Direction = Of(13, "direction", ["-", "in", "out"], r => (long)r.Direction, "As seen from the ENI.");
    public static readonly FlowField Action = Of(14, "action", ["-", "ACCEPT", "REJECT"], r => (long)r.Action, "What the security groups decided.");
    public static readonly FlowField Packets = Of(15, "packets", r => r.Packets, "Packets in the capture window.");
    public static readonly FlowField Bytes = Of(16, "bytes", r => r.Bytes, "Bytes in the capture window, by the IP total length.");
    public static readonly FlowField Start = Of(17, "start", r => r.Start, "Unix seconds of the first packet in the window. The record's time.", false);
    public static readonly FlowField End = Of(18, "end", r => r.End, "Unix seconds of the last packet in the window.", false);
    public static readonly FlowField TcpFlags = Of(19, "tcp-flags", r => r.TcpFlags, "Flag bytes of all TCP packets, or-ed: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32.");
    public static readonly FlowField Status = Of(20, "log-status", ["OK", "NODATA", "SKIPDATA"], r => (long)r.Status, "Whether the window could be recorded.") with { OfTraffic = false };
    public static readonly FlowField TrafficPath = Of(21, "traffic_path", r => r.TrafficPath, "Alibaba's scenario code: 0 other, 2 within the VPC, 14 and 15 the Internet by IPv6 and IPv4.");
    public static readonly FlowField RuleId = Of(22, "rule-id", r => r.RuleId, "The security group rule that decided, or the default that did.") with { OfTraffic = true };
    public static readonly FlowField RuleVersion = Of(23, "rule-version", r => r.RuleVersion, "Version of that rule's security group; 0 for a default.");
    public static readonly FlowField SkipReason = Of(24, "skip-reason", r => r.SkipReason, "Why traffic was skipped, in SKIPDATA records.");
    public static readonly FlowField Icmp = Of(26, "icmp", r => r.Icmp, "ICMP type and code such as 8/0; - for other protocols.") with { OfTraffic = true };
    public static readonly FlowField SamplingRate = Of(27, "sampling-rate", r => r.SamplingRate, "N where 1 of N packets was looked at and the counts are scaled up; 0 where every packet was counted.", false);
    public static readonly FlowField BytesError = Of(28, "bytes-error", r => r.BytesError, "Standard error of bytes where packets were sampled: 95 % lie within 1.96 of it. Else 0.");

    public static readonly FlowField Version = Of(25, "version", _ => 1, "Version of the record's format: 1.", false);

    /// <summary>Every field, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<FlowField> All =
    [
        Version, AccountId, EniId, VmId, VSwitchId, VpcId, Region, Type, Protocol, Source, SourcePort, Destination, DestinationPort,
        Direction, Action, Packets, Bytes, Start, End, TcpFlags, Status, TrafficPath, RuleId, RuleVersion, SkipReason,
        Icmp, SamplingRate, BytesError,
    ];

    /// <summary>The largest column number in use.</summary>
    public static readonly int LargestId = All.Max(field => field.Id);

    private static readonly FrozenDictionary<string, FlowField> ByName = All
        .SelectMany(field => new[] { (field.Name, field), (Name: field.SqlName, field) })
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.field, StringComparer.Ordinal);

    /// <summary>The field of a name, hyphenated or with underscores; null if there is none.</summary>
    public static FlowField? Find(string name) => ByName.GetValueOrDefault(name);

    private static FlowField Of(int id, string name, Func<FlowRecord, string> text, string meaning) =>
        new() { Id = id, Name = name, Kind = FieldKind.Text, Text = text, Meaning = meaning };

    private static FlowField Of(int id, string name, Func<FlowRecord, IpAddress> address, string meaning) =>
        new() { Id = id, Name = name, Kind = FieldKind.Address, Address = address, Meaning = meaning, OfTraffic = true };

    private static FlowField Of(int id, string name, Func<FlowRecord, long> number, string meaning, bool ofTraffic = true) =>
        new() { Id = id, Name = name, Kind = FieldKind.Number, Number = number, Meaning = meaning, OfTraffic = ofTraffic };

    private static FlowField Of(int id, string name, string[] names, Func<FlowRecord, long> number, string meaning) =>
        new() { Id = id, Name = name, Kind = FieldKind.Name, Names = names, Number = number, Meaning = meaning, OfTraffic = true };
}
