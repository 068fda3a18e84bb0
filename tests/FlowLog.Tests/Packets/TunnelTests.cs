using FlowLog.Flows;
using FlowLog.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Tests.Packets;

/// <summary>Headers by RFC 7348, 8926, 2784 and 2890, and draft-foschiano-erspan.</summary>
public sealed class TunnelTests
{
    private static readonly byte[] Inner = Ipv6(UdpProtocol, Join(Big16(1111), Big16(2222), Big16(12), Big16(0), new byte[4]));
    private static readonly FiveTuple InnerFlow = new(Alice6, Bob6, 1111, 2222, UdpProtocol);
    private static readonly byte[] InnerFrame = Ethernet(0x86DD, Inner);

    public static TheoryData<string, byte[]> Tunnels => new()
    {
        { "VXLAN", Udp(4789, Join(Hex("08000000 00002A00"), InnerFrame)) },
        { "VXLAN on Linux's port", Udp(8472, Join(Hex("08000000 00002A00"), InnerFrame)) },
        { "VXLAN with a VLAN inside", Udp(4789, Join(Hex("08000000 00002A00"), Ethernet(0x8100, Tag(7, 0x86DD, Inner)))) },
        { "VXLAN over IPv6", Ethernet(0x86DD, Ipv6(UdpProtocol, UdpBody(4789, Join(Hex("08000000 00002A00"), InnerFrame)))) },
        { "Geneve", Udp(6081, Join(Hex("00006558 00002A00"), InnerFrame)) },
        { "Geneve with options and IP inside", Udp(6081, Join(Hex("020086DD 00002A00 0102030405060708"), Inner)) },
        { "GRE", Gre(Hex("000086DD"), Inner) },
        { "GRE with checksum, key and sequence", Gre(Hex("B00086DD 11112222 33334444 55556666"), Inner) },
        { "GRE with Ethernet", Gre(Hex("20006558 00000001"), InnerFrame) },
        { "ERSPAN I", Gre(Hex("000088BE"), InnerFrame) },
        { "ERSPAN II", Gre(Hex("100088BE 00000001 1001000100000000"), InnerFrame) },
        { "ERSPAN III", Gre(Hex("100022EB 00000001 200100010000000000000000"), InnerFrame) },
        { "VXLAN in GRE", Gre(Hex("00000800"), Ipv4(UdpProtocol, UdpBody(4789, Join(Hex("08000000 00002A00"), InnerFrame)))) },
    };

    public static TheoryData<string, byte[]> Opaque => new()
    {
        { "VXLAN without its flag", Udp(4789, Join(Hex("00000000 00002A00"), InnerFrame)) },
        { "VXLAN with ARP inside", Udp(4789, Join(Hex("08000000 00002A00"), Ethernet(0x0806, new byte[28]))) },
        { "Geneve of a later version", Udp(6081, Join(Hex("40006558 00002A00"), InnerFrame)) },
        { "GRE version 1", Gre(Hex("0001880B 00000000"), Inner) },
        { "GRE with routing", Gre(Hex("400086DD 00000000"), Inner) },
        { "GRE that ends in its header", Gre(Hex("B00086DD 1111"), []) },
        { "GRE with half an IP header", Gre(Hex("000086DD"), Inner[..20]) },
        { "Other UDP", Udp(4790, Join(Hex("08000000 00002A00"), InnerFrame)) },
    };

    [Theory]
    [MemberData(nameof(Tunnels))]
    public void PacketInside_Counts(string name, byte[] frame)
    {
        Assert.Equal(NotFlow.None, PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, insideTunnels: true, out var packet));
        Assert.Equal((name, InnerFlow, 52L), (name, packet.Flow, packet.Bytes));

        PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, insideTunnels: false, out var outer);
        Assert.NotEqual(InnerFlow, outer.Flow);
    }

    [Theory]
    [MemberData(nameof(Opaque))]
    public void WhatCannotBeSeenInside_StaysWhatItIs(string name, byte[] frame)
    {
        PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, insideTunnels: false, out var outer);
        Assert.Equal(NotFlow.None, PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, insideTunnels: true, out var packet));
        Assert.Equal((name, outer), (name, packet));
    }

    [Fact]
    public void TunnelsWithoutEnd_AreLookedIntoFourTimes()
    {
        var packet = Inner;
        for (var depth = 0; depth < 6; depth++)
            packet = Ipv4(47, Join(Hex("0000"), Big16(depth == 0 ? 0x86DD : 0x0800), packet));
        var frame = Ethernet(0x0800, packet);

        PacketDecoder.Decode(frame, frame.Length, LinkType.Ethernet, insideTunnels: true, out var decoded);
        Assert.Equal((47, 40L + 12 + 2 * 24), (decoded.Flow.Protocol, decoded.Bytes));
    }

    [Fact]
    public void EveryCutAndFlippedByte_IsNoException()
    {
        var random = new Random(4);
        foreach (var row in Tunnels)
        {
            var frame = (byte[])row[1];
            for (var length = 0; length <= frame.Length; length++)
                PacketDecoder.Decode(frame.AsSpan(0, length), frame.Length, LinkType.Ethernet, insideTunnels: true, out _);
            for (var turn = 0; turn < 2000; turn++)
            {
                var hostile = (byte[])frame.Clone();
                for (var flips = random.Next(1, 6); flips > 0; flips--)
                    hostile[random.Next(hostile.Length)] = (byte)random.Next(256);
                PacketDecoder.Decode(hostile, hostile.Length, LinkType.Ethernet, insideTunnels: true, out _);
            }
        }
    }

    private static byte[] Udp(int port, byte[] payload) => Ethernet(0x0800, Ipv4(UdpProtocol, UdpBody(port, payload)));

    private static byte[] UdpBody(int port, byte[] payload) => Join(Big16(50_000), Big16(port), Big16(8 + payload.Length), Big16(0), payload);

    private static byte[] Gre(byte[] header, byte[] payload) => Ethernet(0x0800, Ipv4(47, Join(header, payload)));
}
