using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>A place in a frame's bytes that moves over link headers until it stands on IP.</summary>
internal ref struct LinkCursor(ReadOnlySpan<byte> frame)
{
    private const int EthernetLength = 14;
    private const byte SnapSap = 0xAA;
    private const byte IpSap = 0x06;

    // RFC 1042 encapsulates EtherTypes under this organization code, 802.1H under the other.
    private const int Encapsulated = 0x000000;
    private const int BridgeTunnel = 0x0000F8;

    private readonly ReadOnlySpan<byte> _frame = frame;

    public int Offset { get; private set; }

    public IpVersion Version { get; private set; }

    /// <summary>The captured bytes from here on.</summary>
    public readonly ReadOnlySpan<byte> Rest => _frame[Offset..];

    /// <summary>Moves on; false, and stays, if so many bytes were not captured.</summary>
    public bool Take(int count)
    {
        if (count > _frame.Length - Offset)
            return false;
        Offset += count;
        return true;
    }

    /// <summary>IP starts here.</summary>
    public NotFlow Ip(IpVersion version)
    {
        Version = version;
        return NotFlow.None;
    }

    public NotFlow Ethernet()
    {
        if (Rest.Length < EthernetLength)
            return NotFlow.CutHeader;
        var type = BinaryPrimitives.ReadUInt16BigEndian(Rest[12..]);
        Offset += EthernetLength;
        return Payload(type);
    }

    /// <summary>What an EtherType names starts here; tags that are followed by a further type are looked through.</summary>
    public NotFlow Payload(ushort type)
    {
        while (true)
        {
            switch (type)
            {
                case EtherType.Ipv4:
                    return Ip(IpVersion.Any);
                case EtherType.Ipv6:
                    return Ip(IpVersion.Six);
                case EtherType.Vlan or EtherType.ProviderBridge or EtherType.OldQinQ or EtherType.OlderQinQ:
                    if (Rest.Length < 4)
                        return NotFlow.CutHeader;
                    type = BinaryPrimitives.ReadUInt16BigEndian(Rest[2..]);
                    Offset += 4;
                    break;
                case EtherType.FabricPath:
                    if (Rest.Length < 2 + EthernetLength)
                        return NotFlow.CutHeader;
                    type = BinaryPrimitives.ReadUInt16BigEndian(Rest[14..]);
                    Offset += 2 + EthernetLength;
                    break;
                case EtherType.BridgePortExtension:
                    if (Rest.Length < 8)
                        return NotFlow.CutHeader;
                    type = BinaryPrimitives.ReadUInt16BigEndian(Rest[6..]);
                    Offset += 8;
                    break;
                case EtherType.VirtualNetworkTag:
                    if (Rest.Length < 6)
                        return NotFlow.CutHeader;
                    type = BinaryPrimitives.ReadUInt16BigEndian(Rest[4..]);
                    Offset += 6;
                    break;
                case EtherType.ProviderBackbone:
                    if (Rest.Length < 4 + EthernetLength)
                        return NotFlow.CutHeader;
                    type = BinaryPrimitives.ReadUInt16BigEndian(Rest[16..]);
                    Offset += 4 + EthernetLength;
                    break;
                default:
                    return Rarer(type);
            }
        }
    }

    /// <summary>An IEEE 802.2 header starts here.</summary>
    public NotFlow Llc()
    {
        var bytes = Rest;
        if (bytes.Length < 3)
            return NotFlow.CutHeader;
        if (bytes[0] == IpSap && bytes[1] == IpSap)
            return Take(3) ? Ip(IpVersion.Any) : NotFlow.CutHeader;
        if (bytes[0] != SnapSap || bytes[1] != SnapSap || bytes[2] != 3)
            return NotFlow.NonIp;
        if (bytes.Length < 8)
            return NotFlow.CutHeader;
        var organization = (bytes[3] << 16) | (bytes[4] << 8) | bytes[5];
        if (organization is not (Encapsulated or BridgeTunnel))
            return NotFlow.NonIp;
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        Offset += 8;
        return type > EtherType.LargestLength ? Payload(type) : NotFlow.NonIp;
    }

    private NotFlow Rarer(ushort type) => type switch
    {
        <= EtherType.LargestLength => Llc(),
        EtherType.Arp or EtherType.ReverseArp => NotFlow.Arp,
        EtherType.Mpls or EtherType.MplsUpstream => MplsLink.Find(ref this),
        EtherType.PppoeSession => PppLink.OverEthernet(ref this),
        EtherType.MacSec => MacSecLink.Find(ref this),
        EtherType.PointToPoint => PppLink.Protocol(ref this),
        _ => NotFlow.NonIp,
    };
}
