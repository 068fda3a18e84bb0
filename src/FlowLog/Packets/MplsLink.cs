using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>
/// A stack of MPLS labels (RFC 3032). Nothing names what follows the last: its first four bits tell IP from a pseudowire
/// (RFC 4385), which carries Ethernet, mostly after a control word that starts with 0.
/// </summary>
internal static class MplsLink
{
    private const int LabelLength = 4;
    private const int EtherTypeAt = 12;

    public static NotFlow Find(ref LinkCursor cursor)
    {
        var isLast = false;
        while (!isLast)
        {
            if (cursor.Rest.Length < LabelLength)
                return NotFlow.CutHeader;
            isLast = (cursor.Rest[2] & 1) != 0;
            cursor.Take(LabelLength);
        }

        if (cursor.Rest.IsEmpty)
            return NotFlow.CutHeader;
        return (cursor.Rest[0] >> 4) switch
        {
            4 => cursor.Ip(IpVersion.Any),
            6 => cursor.Ip(IpVersion.Six),
            0 => Pseudowire(ref cursor),
            _ => NotFlow.NonIp,
        };
    }

    // Without a control word the Ethernet address itself starts with 0: then its EtherType stands four bytes earlier.
    private static NotFlow Pseudowire(ref LinkCursor cursor)
    {
        var hasNoControlWord = IsKnown(cursor.Rest, EtherTypeAt) && !IsKnown(cursor.Rest, EtherTypeAt + LabelLength);
        if (!hasNoControlWord && !cursor.Take(LabelLength))
            return NotFlow.CutHeader;
        return cursor.Ethernet();
    }

    private static bool IsKnown(ReadOnlySpan<byte> bytes, int at) =>
        bytes.Length >= at + 2
        && BinaryPrimitives.ReadUInt16BigEndian(bytes[at..])
            is EtherType.Ipv4 or EtherType.Ipv6 or EtherType.Vlan or EtherType.ProviderBridge or EtherType.Arp;
}
