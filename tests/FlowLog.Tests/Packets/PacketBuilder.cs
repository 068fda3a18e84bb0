using System.Buffers.Binary;
using FlowLog.Flows;

namespace FlowLog.Tests.Packets;

/// <summary>Headers, each around what it carries.</summary>
internal static class PacketBuilder
{
    public const byte TcpProtocol = 6;
    public const byte UdpProtocol = 17;

    public static readonly IpAddress Alice = IpAddress.Parse("10.0.0.1");
    public static readonly IpAddress Bob = IpAddress.Parse("192.0.2.7");
    public static readonly IpAddress Alice6 = IpAddress.Parse("2001:db8::1");
    public static readonly IpAddress Bob6 = IpAddress.Parse("2001:db8:ffff::7");

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    public static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big32(uint value) => [.. Big16((int)(value >> 16)), .. Big16((int)(value & 0xFFFF))];

    public static byte[] Ethernet(int type, params byte[] payload) =>
        Join(Hex("0200 0000 0001 0200 0000 0002"), Big16(type), payload);

    public static byte[] Tag(int vlan, int type, byte[] payload) => Join(Big16(vlan), Big16(type), payload);

    public static byte[] Snap(int type, byte[] payload) => Join(Hex("AAAA03 000000"), Big16(type), payload);

    public static byte[] Ipv4(
        byte protocol, byte[] payload, byte[]? options = null, int? totalLength = null, int fragment = 0, int id = 1)
    {
        var length = 20 + (options?.Length ?? 0);
        var header = new byte[length];
        header[0] = (byte)(0x40 | (length / 4));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(totalLength ?? length + payload.Length));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)id);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)fragment);
        (header[8], header[9]) = (64, protocol);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), (uint)Alice.Bits);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), (uint)Bob.Bits);
        options?.CopyTo(header, 20);
        return Join(header, payload);
    }

    public static byte[] Ipv6(byte next, byte[] payload, int? payloadLength = null)
    {
        var header = new byte[40];
        header[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(payloadLength ?? payload.Length));
        (header[6], header[7]) = (next, 64);
        BinaryPrimitives.WriteUInt128BigEndian(header.AsSpan(8), Alice6.Bits);
        BinaryPrimitives.WriteUInt128BigEndian(header.AsSpan(24), Bob6.Bits);
        return Join(header, payload);
    }

    /// <summary>An IPv6 extension header of 8 bytes and a multiple of 8 more.</summary>
    public static byte[] Extension(byte next, int more, byte[] payload) =>
        Join([next, (byte)more], new byte[6 + (more * 8)], payload);

    public static byte[] FragmentHeader(byte next, int place, uint id, byte[] payload) =>
        Join([next, 0], Big16(place), Big32(id), payload);

    public static byte[] Tcp(int source, int destination, byte flags, int dataLength = 0) =>
        Join(Big16(source), Big16(destination), new byte[8], [0x50, flags], new byte[6 + dataLength]);

    public static byte[] Udp(int source, int destination, int dataLength = 0) =>
        Join(Big16(source), Big16(destination), Big16(8 + dataLength), new byte[2 + dataLength]);

    /// <summary>The packet of most tests: UDP from Alice's port 1000 to Bob's port 53, 33 bytes of IP.</summary>
    public static byte[] Plain() => Ipv4(UdpProtocol, Udp(1000, 53, 5));

    public static byte[] Plain6() => Ipv6(UdpProtocol, Udp(1000, 53, 5));
}
