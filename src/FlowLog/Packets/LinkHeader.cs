using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>Finds the outermost IP packet behind a frame's link headers.</summary>
internal static class LinkHeader
{
    private const int IpNetLength = 24;

    /// <param name="offset">Where the IP header starts; may lie behind the captured bytes.</param>
    /// <param name="version">The IP version that the link header names, if it does.</param>
    public static NotFlow FindIp(ReadOnlySpan<byte> frame, LinkType linkType, out int offset, out IpVersion version)
    {
        var cursor = new LinkCursor(frame);
        var reason = linkType == LinkType.Ethernet ? cursor.Ethernet() : Other(ref cursor, linkType);
        offset = cursor.Offset;
        version = cursor.Version;
        return reason;
    }

    private static NotFlow Other(ref LinkCursor cursor, LinkType linkType) => linkType switch
    {
        LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd => cursor.Ip(IpVersion.Any),
        LinkType.Ipv4 => cursor.Ip(IpVersion.Any),
        LinkType.Ipv6 => cursor.Ip(IpVersion.Six),
        LinkType.LinuxCooked => CookedLink.Version1(ref cursor),
        LinkType.LinuxCooked2 => CookedLink.Version2(ref cursor),
        LinkType.Null or LinkType.Loop => LoopbackLink.Find(ref cursor),
        LinkType.Ppp or LinkType.PppHdlc => PppLink.Framed(ref cursor),
        LinkType.PppDirection => cursor.Take(1) ? PppLink.Framed(ref cursor) : NotFlow.CutHeader,
        LinkType.PppEthernet => PppLink.OverEthernet(ref cursor),
        LinkType.CiscoHdlc => PppLink.Cisco(ref cursor),
        LinkType.NetfilterLog => NetfilterLogLink.Find(ref cursor),
        LinkType.FrameRelay => FrameRelayLink.Find(ref cursor),
        LinkType.IpNet => cursor.Take(IpNetLength) ? cursor.Ip(IpVersion.Any) : NotFlow.CutHeader,
        LinkType.Mpls => MplsLink.Find(ref cursor),
        LinkType.LlcSnap => cursor.Llc(),
        LinkType.Fddi => Fddi(ref cursor),
        _ => Wireless(ref cursor, linkType),
    };

    private static NotFlow Wireless(ref LinkCursor cursor, LinkType linkType) => linkType switch
    {
        LinkType.Ieee80211 => WirelessLink.Plain(ref cursor, false),
        LinkType.Ieee80211Radiotap => WirelessLink.Radiotap(ref cursor),
        LinkType.Ieee80211Prism => WirelessLink.Prism(ref cursor),
        LinkType.Ieee80211Avs => WirelessLink.Avs(ref cursor),
        LinkType.PerPacketInformation => PerPacket(ref cursor),
        _ => NotFlow.UnknownLinkType,
    };

    private static NotFlow Fddi(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 13)
            return NotFlow.CutHeader;
        var carriesLlc = (cursor.Rest[0] & 0x30) == 0x10;
        cursor.Take(13);
        return carriesLlc ? cursor.Llc() : NotFlow.NonIp;
    }

    // The header's own length and the link type of what follows are little-endian, whoever wrote them.
    private static NotFlow PerPacket(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 8)
            return NotFlow.CutHeader;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Rest[2..]);
        var inner = (LinkType)BinaryPrimitives.ReadInt32LittleEndian(cursor.Rest[4..]);
        if (length < 8 || inner == LinkType.PerPacketInformation)
            return NotFlow.BadHeader;
        if (!cursor.Take(length))
            return NotFlow.CutHeader;
        return inner == LinkType.Ethernet ? cursor.Ethernet() : Other(ref cursor, inner);
    }
}
