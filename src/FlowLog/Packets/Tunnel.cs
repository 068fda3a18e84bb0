using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>
/// The packet inside VXLAN (RFC 7348), Geneve (RFC 8926) and GRE (RFC 2784 and 2890, with Ethernet and ERSPAN inside). A tunnel that
/// carries no whole IP header stays what it is, as does one inside several others.
/// </summary>
internal static class Tunnel
{
    private const int MaxDepth = 4;
    private const byte Gre = 47;
    private const byte Udp = 17;
    private const int UdpHeaderLength = 8;
    private const ushort VxlanPort = 4789;

    // Linux's first choice, before the port was assigned.
    private const ushort OldVxlanPort = 8472;
    private const ushort GenevePort = 6081;
    private const ushort Bridging = 0x6558;
    private const ushort Erspan = 0x88BE;
    private const ushort Erspan3 = 0x22EB;

    /// <summary>Replaces the packet by the innermost one.</summary>
    /// <param name="ip">The captured bytes from the outer IP header on.</param>
    /// <param name="wireLength">The bytes from that header to the frame's end on the wire.</param>
    public static void LookInside(ReadOnlySpan<byte> ip, int wireLength, ref DecodedPacket packet)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (packet.Fragment == FragmentPlace.Later || Carried(ip, packet) is not { } carried)
                return;
            var cursor = new LinkCursor(ip[carried.Range]);
            if (Find(ref cursor, carried.Type) != NotFlow.None || cursor.Rest.IsEmpty)
                return;
            var start = carried.Range.Start.Value + cursor.Offset;
            var inner = default(DecodedPacket);
            var length = (int)Math.Max(0, Math.Min(wireLength, packet.Bytes) - start);
            if (PacketDecoder.DecodeIp(cursor.Rest, length, cursor.Version, ref inner) != NotFlow.None)
                return;
            ip = cursor.Rest;
            wireLength = length;
            packet = inner;
        }
    }

    private static NotFlow Find(ref LinkCursor cursor, ushort type) => type == Bridging ? cursor.Ethernet() : cursor.Payload(type);

    private static (Range Range, ushort Type)? Carried(ReadOnlySpan<byte> ip, in DecodedPacket packet)
    {
        var range = packet.Flow.Source.IsIPv6 ? Ipv6Header.Payload(ip, packet.Bytes) : Ipv4Header.Payload(ip, packet.Bytes);
        var payload = ip[range];
        var found = packet.Flow.Protocol switch
        {
            Gre => InGre(payload),
            Udp when payload.Length > UdpHeaderLength => InUdp(payload[UdpHeaderLength..], packet.Flow.DestinationPort),
            _ => null,
        };
        return found is { } inner && inner.Start <= payload.Length ? ((range.Start.Value + inner.Start)..range.End, inner.Type) : null;
    }

    private static (int Start, ushort Type)? InUdp(ReadOnlySpan<byte> bytes, ushort port) => port switch
    {
        // The flag says that the network's number is there; without it the packet is none.
        VxlanPort or OldVxlanPort when bytes.Length >= 8 && (bytes[0] & 8) != 0 => (UdpHeaderLength + 8, Bridging),
        GenevePort when bytes.Length >= 8 && bytes[0] >> 6 == 0 =>
            (UdpHeaderLength + 8 + ((bytes[0] & 0x3F) * 4), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
        _ => null,
    };

    private static (int Start, ushort Type)? InGre(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);

        // Version 1 is PPTP's, and routing (0x4000) has been abolished.
        if ((flags & 0x4007) != 0)
            return null;
        var hasSequence = (flags & 0x1000) != 0;
        var start = 4 + ((flags & 0x8000) != 0 ? 4 : 0) + ((flags & 0x2000) != 0 ? 4 : 0) + (hasSequence ? 4 : 0);
        return type switch
        {
            // Type II has a header of its own, which type I does not; only II has a sequence number.
            Erspan => (start + (hasSequence ? 8 : 0), Bridging),
            Erspan3 => bytes.Length >= start + 12 ? (start + 12 + ((bytes[start + 11] & 1) != 0 ? 8 : 0), Bridging) : null,
            _ => (start, type),
        };
    }
}
