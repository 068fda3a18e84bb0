using System.Buffers.Binary;
using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>A packet that bears its rule set and its number in the Ethernet source address, by which the kernel's answer is known.</summary>
/// <param name="Direction">As the ENI sees it.</param>
/// <param name="Flow">As the product's own decoder reads the frame.</param>
internal sealed record Probe(int Set, int Number, Direction Direction, FiveTuple Flow, byte[] Frame)
{
    private const byte Syn = 0x02;
    private const byte Ack = 0x10;

    /// <summary>The source address as nftables writes it.</summary>
    public string Mac => $"06:00:{Set >> 8:x2}:{Set & 255:x2}:{Number >> 8:x2}:{Number & 255:x2}";

    /// <summary>The source addresses of all packets of a rule set, as nftables writes ranges.</summary>
    public static string Macs(int set) => $"06:00:{set >> 8:x2}:{set & 255:x2}:00:00-06:00:{set >> 8:x2}:{set & 255:x2}:ff:ff";

    /// <param name="isAnswer">TCP with ACK and not SYN; ICMP with the type of a reply.</param>
    public static Probe Of(int set, int number, Direction direction, FiveTuple flow, bool isAnswer)
    {
        byte[] source = [6, 0, (byte)(set >> 8), (byte)set, (byte)(number >> 8), (byte)number];
        var destination = direction == Direction.Out ? KernelNetwork.InsideMac : KernelNetwork.OutsideMac;
        byte[] type = flow.Source.IsIPv6 ? [0x86, 0xDD] : [0x08, 0x00];
        byte[] frame = [.. destination, .. source, .. type, .. Ip(flow, Transport(flow, isAnswer))];
        Assert.Equal(NotFlow.None, PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, out var packet));
        return new Probe(set, number, direction, packet.Flow, frame);
    }

    private static byte[] Transport(FiveTuple flow, bool isAnswer)
    {
        var payload = new byte[flow.Protocol == 6 ? 20 : 16];
        if (flow.Protocol is 1 or 58)
        {
            payload[0] = (byte)(flow.Protocol == 1 ? (isAnswer ? 0 : 8) : (isAnswer ? 129 : 128));
            (payload[5], payload[7]) = (1, 1);
            return payload;
        }

        BinaryPrimitives.WriteUInt16BigEndian(payload, flow.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(2), flow.DestinationPort);
        if (flow.Protocol == 6)
            (payload[12], payload[13], payload[14]) = (0x50, isAnswer ? Ack : Syn, 0x20);
        else if (flow.Protocol == 17)
            payload[5] = (byte)payload.Length;
        return payload;
    }

    private static byte[] Ip(FiveTuple flow, byte[] payload)
    {
        var header = new byte[flow.Source.IsIPv6 ? 40 : 20];
        if (flow.Source.IsIPv6)
        {
            (header[0], header[5], header[6], header[7]) = (0x60, (byte)payload.Length, flow.Protocol, 64);
            BinaryPrimitives.WriteUInt128BigEndian(header.AsSpan(8), flow.Source.Bits);
            BinaryPrimitives.WriteUInt128BigEndian(header.AsSpan(24), flow.Destination.Bits);
        }
        else
        {
            (header[0], header[3], header[8], header[9]) = (0x45, (byte)(20 + payload.Length), 64, flow.Protocol);
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), (uint)flow.Source.Bits);
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), (uint)flow.Destination.Bits);
            BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), Checksum(header, 0));
        }

        if (ChecksumAt(flow.Protocol) is { } at)
        {
            var addresses = header[(flow.Source.IsIPv6 ? 8 : 12)..];
            var pseudo = flow.Protocol == 1 ? 0 : Sum(addresses) + flow.Protocol + (uint)payload.Length;
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(at), Checksum(payload, pseudo));
        }

        return [.. header, .. payload];
    }

    private static int? ChecksumAt(byte protocol) => protocol switch { 1 or 58 => 2, 6 => 16, 17 => 6, _ => null };

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 2; bytes = bytes[2..])
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return sum;
    }

    private static ushort Checksum(ReadOnlySpan<byte> bytes, uint sum)
    {
        sum += Sum(bytes);
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
