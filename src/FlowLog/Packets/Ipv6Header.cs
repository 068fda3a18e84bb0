using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>The IPv6 header and the extension headers that are looked through: hop-by-hop, routing, fragment, destination options (RFC 8200).</summary>
internal static class Ipv6Header
{
    private const int FixedLength = 40;
    private const byte HopByHop = 0;
    private const byte Routing = 43;
    private const byte Fragment = 44;
    private const byte DestinationOptions = 60;

    // RFC 2675: the length of a packet over 65,535 bytes stands in this option.
    private const byte Pad1Option = 0;
    private const byte JumboOption = 0xC2;

    /// <inheritdoc cref="Ipv4Header.Payload"/>
    public static Range Payload(ReadOnlySpan<byte> ip, long total)
    {
        var ignored = default(DecodedPacket);
        var (next, captured) = (ip[6], (int)Math.Min(total, ip.Length));
        return (captured - LookThrough(ip[FixedLength..captured], ref next, ref ignored).Length)..captured;
    }

    /// <inheritdoc cref="Ipv4Header.Decode"/>
    public static NotFlow Decode(ReadOnlySpan<byte> ip, int wireLength, ref DecodedPacket packet)
    {
        if (ip[0] >> 4 != 6)
            return NotFlow.BadHeader;
        if (ip.Length < FixedLength)
            return NotFlow.CutHeader;
        var next = ip[6];
        long payload = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
        if (payload == 0 && next == HopByHop)
            payload = JumboLength(ip[FixedLength..]) ?? Math.Max(0, wireLength - FixedLength);

        var captured = (int)Math.Min(FixedLength + payload, ip.Length);
        var rest = LookThrough(ip[FixedLength..captured], ref next, ref packet);
        packet.Source = new(BinaryPrimitives.ReadUInt128BigEndian(ip[8..]), true);
        packet.Destination = new(BinaryPrimitives.ReadUInt128BigEndian(ip[24..]), true);
        packet.Protocol = next;
        packet.Bytes = FixedLength + payload;
        if (packet.Fragment != FragmentPlace.Later)
            TransportHeader.Decode(rest, ref packet);
        return NotFlow.None;
    }

    // Stops at the first header that is not looked through, is cut, or belongs to an earlier fragment.
    private static ReadOnlySpan<byte> LookThrough(ReadOnlySpan<byte> rest, ref byte next, ref DecodedPacket packet)
    {
        while (next is HopByHop or Routing or Fragment or DestinationOptions)
        {
            if (rest.Length < 8)
                return [];
            var length = next == Fragment ? 8 : (rest[1] + 1) * 8;
            if (next == Fragment)
                Part(rest, ref packet);
            next = rest[0];
            if (length > rest.Length || packet.Fragment == FragmentPlace.Later)
                return [];
            rest = rest[length..];
        }

        return rest;
    }

    private static void Part(ReadOnlySpan<byte> header, ref DecodedPacket packet)
    {
        var place = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        if ((place & 0xFFF9) == 0)
            return;
        packet.Fragment = (place & 0xFFF8) == 0 ? FragmentPlace.First : FragmentPlace.Later;
        packet.FragmentId = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        packet.FragmentProtocol = header[0];
    }

    private static long? JumboLength(ReadOnlySpan<byte> hopByHop)
    {
        if (hopByHop.Length < 8)
            return null;
        var options = hopByHop[2..Math.Min(hopByHop.Length, (hopByHop[1] + 1) * 8)];
        while (options.Length >= 2)
        {
            if (options[0] == JumboOption && options[1] == 4 && options.Length >= 6)
                return BinaryPrimitives.ReadUInt32BigEndian(options[2..]);
            var length = options[0] == Pad1Option ? 1 : options[1] + 2;
            options = options[Math.Min(length, options.Length)..];
        }

        return null;
    }
}
