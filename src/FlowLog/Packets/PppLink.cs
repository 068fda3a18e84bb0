using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>The Point-to-Point Protocol: bare, with HDLC framing (RFC 1662), Cisco's HDLC, and over Ethernet (RFC 2516).</summary>
internal static class PppLink
{
    private const ushort Ipv4 = 0x0021;
    private const ushort Ipv6 = 0x0057;
    private const ushort MplsUnicast = 0x0281;
    private const ushort MplsMulticast = 0x0283;
    private const byte AllStations = 0xFF;
    private const byte CiscoUnicast = 0x0F;
    private const byte CiscoMulticast = 0x8F;
    private const int SessionHeaderLength = 6;

    /// <summary>With or without the address and control bytes, which peers may agree to leave out.</summary>
    public static NotFlow Framed(ref LinkCursor cursor) => cursor.Rest switch
    {
        [AllStations, _, ..] => cursor.Take(2) ? Protocol(ref cursor) : NotFlow.CutHeader,
        [AllStations] => NotFlow.CutHeader,
        [CiscoUnicast or CiscoMulticast, ..] => Cisco(ref cursor),
        _ => Protocol(ref cursor),
    };

    /// <summary>The protocol field, of one byte where that is odd, and what it names.</summary>
    public static NotFlow Protocol(ref LinkCursor cursor)
    {
        var bytes = cursor.Rest;
        if (bytes.IsEmpty || ((bytes[0] & 1) == 0 && bytes.Length < 2))
            return NotFlow.CutHeader;
        var isShort = (bytes[0] & 1) != 0;
        var protocol = isShort ? bytes[0] : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        cursor.Take(isShort ? 1 : 2);
        return protocol switch
        {
            Ipv4 => cursor.Ip(IpVersion.Any),
            Ipv6 => cursor.Ip(IpVersion.Six),
            MplsUnicast or MplsMulticast => MplsLink.Find(ref cursor),
            _ => NotFlow.NonIp,
        };
    }

    /// <summary>Address, control, EtherType.</summary>
    public static NotFlow Cisco(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < 4)
            return NotFlow.CutHeader;
        var type = BinaryPrimitives.ReadUInt16BigEndian(cursor.Rest[2..]);
        cursor.Take(4);
        return type > EtherType.LargestLength ? cursor.Payload(type) : NotFlow.NonIp;
    }

    /// <summary>The six bytes of a PPPoE session, then PPP. Codes other than 0 are discovery.</summary>
    public static NotFlow OverEthernet(ref LinkCursor cursor)
    {
        if (cursor.Rest.Length < SessionHeaderLength)
            return NotFlow.CutHeader;
        var isSession = cursor.Rest[1] == 0;
        cursor.Take(SessionHeaderLength);
        return isSession ? Protocol(ref cursor) : NotFlow.NonIp;
    }
}
