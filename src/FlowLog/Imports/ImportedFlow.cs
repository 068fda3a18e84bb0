using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>One direction of what a tuple or line of a foreign flow log says.</summary>
public readonly record struct ImportedFlow()
{
    /// <summary>Nanoseconds since 1970: the stamp of an Azure tuple, the start of an AWS line.</summary>
    public long FirstNanoseconds { get; init; }

    /// <summary>Nanoseconds since 1970: the stamp again, or the end of an AWS line; not before the first.</summary>
    public long LastNanoseconds { get; init; }

    /// <summary>Zero addresses in AWS lines that state no traffic.</summary>
    public FiveTuple Flow { get; init; }

    /// <summary>Packets since the tuple before of the same flow; 0 where the log does not count them.</summary>
    public long Packets { get; init; }

    /// <summary>As <see cref="Packets"/>.</summary>
    public long Bytes { get; init; }

    /// <summary>As seen from the interface; AWS says it only in field flow-direction.</summary>
    public Direction Direction { get; init; }

    public FlowAction Action { get; init; }

    /// <summary>The rule that decided, by the name that the log gives it; empty where it gives none. At most 256 bytes of UTF-8.</summary>
    public string RuleId { get; init; } = "";

    /// <summary>AWS only: FIN 1, SYN 2, RST 4, ACK 16, or-ed over the line's time.</summary>
    public byte TcpFlags { get; init; }

    /// <summary>AWS only; a line that is not OK may still bear traffic.</summary>
    public LogStatus Status { get; init; }

    /// <summary>The MAC address as the record writes it, or AWS's interface id; empty where the log does not say.</summary>
    public string Interface { get; init; } = "";

    public FlowState State { get; init; }

    /// <summary>Azure's encryption code (X, NX, NX_NOT_ACCEPTED …), also one that is not known; empty elsewhere.</summary>
    public string Encryption { get; init; } = "";

    /// <summary>AWS field pkt-srcaddr: the first sender where something between hides it; <see cref="IpAddress.None"/> where not said.</summary>
    public IpAddress PacketSource { get; init; }

    /// <summary>AWS field pkt-dstaddr, likewise.</summary>
    public IpAddress PacketDestination { get; init; }
}
