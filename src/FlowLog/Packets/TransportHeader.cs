using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>What follows the IP header: ports, TCP flags, ICMP type and code.</summary>
internal static class TransportHeader
{
    private const byte Icmp = 1;
    private const byte Tcp = 6;
    private const byte Udp = 17;
    private const byte Dccp = 33;
    private const byte Icmpv6 = 58;
    private const byte Sctp = 132;
    private const byte UdpLite = 136;
    private const int TcpFixedLength = 20;

    /// <param name="bytes">The captured bytes of the IP payload.</param>
    /// <param name="packet">With its protocol.</param>
    public static void Decode(ReadOnlySpan<byte> bytes, ref DecodedPacket packet)
    {
        var protocol = packet.Protocol;
        if (protocol is Tcp or Udp or Sctp or UdpLite or Dccp)
        {
            if (bytes.Length < 4)
                return;
            var ports = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            (packet.SourcePort, packet.DestinationPort) = ((ushort)(ports >> 16), (ushort)ports);

            // A header shorter than its fixed part cannot be; what stands where the flags would be is none.
            if (protocol == Tcp && bytes.Length >= 14 && (bytes[12] >> 4) * 4 >= TcpFixedLength)
                packet.TcpFlags = bytes[13];
        }
        else if (protocol is Icmp or Icmpv6 && bytes.Length >= 2)
        {
            packet.HasIcmp = true;
            packet.IcmpType = bytes[0];
            packet.IcmpCode = bytes[1];
        }
    }
}
