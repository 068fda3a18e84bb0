namespace FlowLog.Packets;

/// <summary>IP in Frame Relay (RFC 2427), and in Cisco's framing of it, which has an EtherType.</summary>
internal static class FrameRelayLink
{
    private const int LongestAddress = 4;
    private const byte Unnumbered = 0x03;
    private const byte Ipv4 = 0xCC;
    private const byte Ipv6 = 0x8E;
    private const byte Snap = 0x80;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        // The last byte of the address has its lowest bit set.
        for (var length = 1; ; length++)
        {
            if (cursor.Rest.IsEmpty)
                return NotFlow.CutHeader;
            var isLast = (cursor.Rest[0] & 1) != 0;
            cursor.Take(1);
            if (isLast)
                break;
            if (length == LongestAddress)
                return NotFlow.BadHeader;
        }

        return cursor.Rest switch
        {
            [Unnumbered, Ipv4, ..] => cursor.Take(2) ? cursor.Ip(IpVersion.Any) : NotFlow.CutHeader,
            [Unnumbered, Ipv6, ..] => cursor.Take(2) ? cursor.Ip(IpVersion.Six) : NotFlow.CutHeader,
            [Unnumbered, 0, Snap, _, _, _, var high, var low, ..] => cursor.Take(8) ? cursor.Payload((ushort)((high << 8) | low)) : NotFlow.CutHeader,
            [0x08 or 0x86, var low, ..] => Cisco(ref cursor, (ushort)((cursor.Rest[0] << 8) | low)),
            { Length: < 8 } => NotFlow.CutHeader,
            _ => NotFlow.NonIp,
        };
    }

    private static NotFlow Cisco(ref LinkCursor cursor, ushort type) => cursor.Take(2) ? cursor.Payload(type) : NotFlow.CutHeader;
}
