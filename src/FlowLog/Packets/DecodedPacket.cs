using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>What the outermost IP header of a frame, and the transport header after it, say.</summary>
public struct DecodedPacket
{
    // One by one, because whole tuples are long to copy and each packet comes by here.
    internal IpAddress Source;
    internal IpAddress Destination;
    internal ushort SourcePort;
    internal ushort DestinationPort;
    internal byte Protocol;

    /// <summary>Ports are 0 where the protocol has none, the header is cut, or in a fragment that is not the first.</summary>
    public FiveTuple Flow
    {
        readonly get => new(Source, Destination, SourcePort, DestinationPort, Protocol);
        internal set => (Source, Destination, SourcePort, DestinationPort, Protocol) = value;
    }

    /// <summary>Length of the IP packet on the wire, header included, however much of it was captured.</summary>
    public long Bytes { get; internal set; }

    /// <summary>The TCP flag byte; 0 for other protocols.</summary>
    public byte TcpFlags { get; internal set; }

    /// <summary>True if the packet is ICMP or ICMPv6 and its type and code were captured.</summary>
    public bool HasIcmp { get; internal set; }

    public byte IcmpType { get; internal set; }

    public byte IcmpCode { get; internal set; }

    public readonly IcmpMessage Icmp => HasIcmp ? new(IcmpType, IcmpCode) : default;

    public FragmentPlace Fragment { get; internal set; }

    /// <summary>The datagram's identification, if this is a fragment.</summary>
    public uint FragmentId { get; internal set; }

    /// <summary>The protocol number that all fragments of the datagram bear: in IPv6 that of the fragment header.</summary>
    public byte FragmentProtocol { get; internal set; }
}
