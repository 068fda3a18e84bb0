using FlowLog.Flows;
using FlowLog.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Tests.Packets;

public sealed class PacketDecoderTests
{
    [Fact]
    public void Ipv4Udp_GivesTheFiveTupleAndTotalLength()
    {
        var packet = Flow(Plain());

        Assert.Equal(new FiveTuple(Alice, Bob, 1000, 53, 17), packet.Flow);
        Assert.Equal(33, packet.Bytes);
        Assert.Equal((FragmentPlace.Whole, false, 0), (packet.Fragment, packet.HasIcmp, (int)packet.TcpFlags));
    }

    [Fact]
    public void Ipv6Udp_GivesTheFiveTupleAndPayloadLengthAnd40()
    {
        var packet = Flow(Plain6());

        Assert.Equal(new FiveTuple(Alice6, Bob6, 1000, 53, 17), packet.Flow);
        Assert.Equal(53, packet.Bytes);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(132)]
    [InlineData(136)]
    public void ProtocolWithPorts_HasPorts(byte protocol)
    {
        var packet = Flow(Ipv4(protocol, Udp(7, 65_535, 20)));

        Assert.Equal(new FiveTuple(Alice, Bob, 7, 65_535, protocol), packet.Flow);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(41)]
    [InlineData(47)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(255)]
    public void ProtocolWithoutPorts_HasPortsOf0(byte protocol)
    {
        var packet = Flow(Ipv4(protocol, Udp(7, 8, 20)));

        Assert.Equal(new FiveTuple(Alice, Bob, 0, 0, protocol), packet.Flow);
    }

    [Fact]
    public void Tcp_HasItsFlags() => Assert.Equal(0x1B, Flow(Ipv4(6, Tcp(1, 2, 0x1B))).TcpFlags);

    [Fact]
    public void TcpHeaderShorterThanItsFixedPart_HasPortsAndNoFlags()
    {
        var tcp = Tcp(1, 2, 0x1B);
        tcp[12] = 0x40;

        var packet = Flow(Ipv4(6, tcp));

        Assert.Equal((1, 0), ((int)packet.Flow.SourcePort, (int)packet.TcpFlags));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(58)]
    public void Icmp_HasTypeAndCodeAndPortsOf0(byte protocol)
    {
        var packet = Flow(Ipv6(protocol, Hex("0304 0000")));

        Assert.Equal((true, 3, 4), (packet.HasIcmp, (int)packet.IcmpType, (int)packet.IcmpCode));
        Assert.Equal(new FiveTuple(Alice6, Bob6, 0, 0, protocol), packet.Flow);
    }

    [Fact]
    public void Ipv4Options_AreLeftOut() =>
        Assert.Equal(1000, Flow(Ipv4(17, Udp(1000, 53), options: new byte[40])).Flow.SourcePort);

    [Fact]
    public void SnappedPacket_CountsItsTrueLength()
    {
        var ip = Ipv4(6, Tcp(1000, 80, 0x10, 1400));

        var reason = PacketDecoder.Decode(ip.AsSpan(0, 24), ip.Length, LinkType.Raw, out var packet);

        Assert.Equal(NotFlow.None, reason);
        Assert.Equal((1000, 1440, 0), ((int)packet.Flow.SourcePort, (int)packet.Bytes, (int)packet.TcpFlags));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(23)]
    public void PortsNotCaptured_Are0(int length)
    {
        PacketDecoder.Decode(Plain().AsSpan(0, length), 33, LinkType.Raw, out var packet);

        Assert.Equal((0, 33), ((int)packet.Flow.SourcePort, (int)packet.Bytes));
    }

    [Fact]
    public void PaddingBehindTheIpPacket_IsNoPorts()
    {
        var packet = Flow(Ipv4(17, Udp(1000, 53), totalLength: 22));

        Assert.Equal((0, 22), ((int)packet.Flow.SourcePort, (int)packet.Bytes));
    }

    [Fact]
    public void TotalLengthOf0_IsTheFramesLengthWithoutLinkHeader()
    {
        var frame = Ethernet(0x8100, Tag(1, 0x0800, Ipv4(6, Tcp(1000, 80, 2), totalLength: 0)));

        var reason = PacketDecoder.Decode(frame, 70_018, LinkType.Ethernet, out var packet);

        Assert.Equal(NotFlow.None, reason);
        Assert.Equal((70_000, 1000, 2), ((int)packet.Bytes, (int)packet.Flow.SourcePort, (int)packet.TcpFlags));
    }

    [Fact]
    public void Jumbogram_CountsTheOptionsLength()
    {
        var hopByHop = Join(Hex("0600 C204 00013880"), Tcp(1000, 80, 2));

        var packet = Flow(Ipv6(0, hopByHop, payloadLength: 0));

        Assert.Equal((80_040, 1000, 6), ((int)packet.Bytes, (int)packet.Flow.SourcePort, (int)packet.Flow.Protocol));
    }

    [Fact]
    public void ExtensionHeaders_AreLookedThrough()
    {
        var rest = Extension(60, 0, Extension(43, 2, Extension(44, 1, FragmentHeader(60, 0, 9, Extension(17, 0, Udp(1000, 53))))));

        var packet = Flow(Ipv6(0, rest));

        Assert.Equal((new FiveTuple(Alice6, Bob6, 1000, 53, 17), FragmentPlace.Whole), (packet.Flow, packet.Fragment));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(59)]
    [InlineData(135)]
    public void OtherNextHeader_IsTheProtocol(byte next)
    {
        var packet = Flow(Ipv6(60, Extension(next, 0, Udp(1, 2))));

        Assert.Equal(new FiveTuple(Alice6, Bob6, 0, 0, next), packet.Flow);
    }

    [Theory]
    [InlineData(0x2000, FragmentPlace.First, 1000)]
    [InlineData(0x2001, FragmentPlace.Later, 0)]
    [InlineData(0x00B9, FragmentPlace.Later, 0)]
    [InlineData(0x4000, FragmentPlace.Whole, 1000)]
    public void Ipv4Fragment_HasPortsOnlyIfFirst(int fragment, FragmentPlace place, int port)
    {
        var packet = Flow(Ipv4(17, Udp(1000, 53), fragment: fragment, id: 4711));

        Assert.Equal((place, port), (packet.Fragment, (int)packet.Flow.SourcePort));
        Assert.Equal(place == FragmentPlace.Whole ? 0u : 4711u, packet.FragmentId);
    }

    [Theory]
    [InlineData(0x0001, FragmentPlace.First, 1000)]
    [InlineData(0x0009, FragmentPlace.Later, 0)]
    [InlineData(0x0008, FragmentPlace.Later, 0)]
    public void Ipv6Fragment_HasPortsOnlyIfFirst(int place, FragmentPlace expected, int port)
    {
        var packet = Flow(Ipv6(44, FragmentHeader(17, place, 0xCAFEBABE, Udp(1000, 53))));

        Assert.Equal((expected, port, 17), (packet.Fragment, (int)packet.Flow.SourcePort, (int)packet.Flow.Protocol));
        Assert.Equal(0xCAFEBABE, packet.FragmentId);
    }

    [Theory]
    [InlineData("45000014", NotFlow.CutHeader)]
    [InlineData("44000014 00000000 40110000 0A000001 0A000002", NotFlow.BadHeader)]
    [InlineData("46000014 00000000 40110000 0A000001 0A000002", NotFlow.BadHeader)]
    [InlineData("75000014 00000000 40110000 0A000001 0A000002", NotFlow.BadHeader)]
    [InlineData("60000000 0000 1140", NotFlow.CutHeader)]
    public void CutOrWrongIpHeader_IsAReason(string hex, NotFlow reason) =>
        Assert.Equal(reason, PacketDecoder.Decode(Hex(hex), 60, LinkType.Raw, out _));

    [Fact]
    public void Ipv4BehindIpv6sEtherType_IsABadHeader() =>
        Assert.Equal(NotFlow.BadHeader, PacketDecoder.Decode(Ethernet(0x86DD, Plain()), 60, LinkType.Ethernet, out _));

    private static DecodedPacket Flow(byte[] ip)
    {
        Assert.Equal(NotFlow.None, PacketDecoder.Decode(ip, ip.Length, LinkType.Raw, out var packet));
        return packet;
    }
}
