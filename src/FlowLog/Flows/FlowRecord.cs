namespace FlowLog.Flows;

/// <summary>
/// One unidirectional five-tuple at one ENI in one capture window, or the statement that the window had no traffic (NODATA) or
/// lost some (SKIPDATA). The fields are those of Alibaba Cloud's flow log, and the rule that decided.
/// </summary>
public readonly record struct FlowRecord()
{
    public string AccountId { get; init; } = "";
    public string Region { get; init; } = "";
    public string VpcId { get; init; } = "";
    public string VSwitchId { get; init; } = "";
    public string VmId { get; init; } = "";
    public string EniId { get; init; } = "";
    public FiveTuple Flow { get; init; }
    public Direction Direction { get; init; }
    public FlowAction Action { get; init; }

    /// <summary>Packets in the window.</summary>
    public long Packets { get; init; }

    /// <summary>Bytes by the IP header's total length.</summary>
    public long Bytes { get; init; }

    /// <summary>Unix seconds of the first packet in the window; the window's start where there was none.</summary>
    public long Start { get; init; }

    /// <summary>Unix seconds of the last packet in the window; the window's end where there was none.</summary>
    public long End { get; init; }

    /// <summary>The flag bytes of all TCP packets, or-ed: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32.</summary>
    public byte TcpFlags { get; init; }

    public LogStatus Status { get; init; }

    /// <summary>Alibaba's scenario code: 0 other, 2 within the VPC, 14 and 15 the Internet by IPv6 and IPv4.</summary>
    public byte TrafficPath { get; init; }

    /// <summary>Id of the security group rule that decided, or the name of the default that did.</summary>
    public string RuleId { get; init; } = "";

    /// <summary>Version of the rule's security group when it decided; 0 where a default decided.</summary>
    public int RuleVersion { get; init; }

    /// <summary>Why traffic was skipped; empty unless SKIPDATA.</summary>
    public string SkipReason { get; init; } = "";

    /// <summary>ICMP type and code such as 8/0; empty for other protocols, and where they were not captured.</summary>
    public string Icmp { get; init; } = "";

    /// <summary>N where 1 of N packets was looked at and packets and bytes are scaled up; 0 where every packet was counted.</summary>
    public int SamplingRate { get; init; }

    /// <summary>The standard error of <see cref="Bytes"/>, rounded up; 0 where every packet was counted.</summary>
    public long BytesError { get; init; }
}
