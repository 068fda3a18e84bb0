using System.Buffers.Binary;
using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>The IPv4 header (RFC 791).</summary>
internal static class Ipv4Header
{
    private const int FixedLength = 20;

    /// <summary>Where the captured bytes after the header start and end, of a packet that <see cref="Decode"/> found good.</summary>
    public static Range Payload(ReadOnlySpan<byte> ip, long total)
    {
        var start = (ip[0] & 15) * 4;
        return Math.Min(start, ip.Length)..(int)Math.Max(Math.Min(start, ip.Length), Math.Min(total, ip.Length));
    }

    /// <param name="ip">The captured bytes from the header on, at least one.</param>
    /// <param name="wireLength">The bytes from the header to the frame's end on the wire.</param>
    public static NotFlow Decode(ReadOnlySpan<byte> ip, int wireLength, ref DecodedPacket packet)
    {
        if (ip[0] >> 4 != 4)
            return NotFlow.BadHeader;
        if (ip.Length < FixedLength)
            return NotFlow.CutHeader;
        var headerLength = (ip[0] & 15) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]);

        // Segmentation offload hands over packets of any length before their length is written.
        if (total == 0)
            total = wireLength;
        if (headerLength < FixedLength || total < headerLength)
            return NotFlow.BadHeader;

        var protocol = ip[9];
        packet.Source = IpAddress.V4(BinaryPrimitives.ReadUInt32BigEndian(ip[12..]));
        packet.Destination = IpAddress.V4(BinaryPrimitives.ReadUInt32BigEndian(ip[16..]));
        packet.Protocol = protocol;
        packet.Bytes = total;
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x3FFF;
        if (fragment != 0)
        {
            packet.Fragment = (fragment & 0x1FFF) == 0 ? FragmentPlace.First : FragmentPlace.Later;
            packet.FragmentId = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
            packet.FragmentProtocol = protocol;
        }

        var end = Math.Min(total, ip.Length);
        if (headerLength < end && packet.Fragment != FragmentPlace.Later)
            TransportHeader.Decode(ip[headerLength..end], ref packet);
        return NotFlow.None;
    }
}
