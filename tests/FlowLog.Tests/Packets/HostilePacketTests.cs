using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class HostilePacketTests
{
    private static readonly LinkType[] LinkTypes = Enum.GetValues<LinkType>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DamagedPackets_AreFlowsOrReasons(int seed)
    {
        var hostile = new HostileBytes(seed);
        var seeds = LinkHeaderTests.Links().Select(row => ((LinkType)row[1], (byte[])row[2])).Concat(IpPackets()).ToArray();
        for (var count = 0; count < 100_000; count++)
        {
            var (linkType, frame) = seeds[count % seeds.Length];
            Check(hostile, hostile.Damaged(frame, out _), linkType);
        }
    }

    [Fact]
    public void NoiseOfEveryLinkType_IsAFlowOrAReason()
    {
        var hostile = new HostileBytes(3);
        for (var count = 0; count < 200_000; count++)
            Check(hostile, hostile.Noise(120), LinkTypes[count % LinkTypes.Length]);
    }

    [Fact]
    public void LongestChains_EndWithTheFrame()
    {
        var frame = new byte[262_144];
        foreach (var (linkType, pattern) in Chains())
        {
            for (var at = 0; at < frame.Length; at++)
                frame[at] = pattern[at % pattern.Length];
            Assert.NotEqual(NotFlow.None, PacketDecoder.Decode(frame, frame.Length, linkType, out _));
        }
    }

    // What any flow has to hold to, whatever the bytes said.
    private static void Check(HostileBytes hostile, byte[] frame, LinkType linkType)
    {
        var original = hostile.Random.Next(4) == 0 ? hostile.Random.Next() : frame.Length;
        var reason = PacketDecoder.Decode(frame, original, linkType, out var packet);
        if (reason != NotFlow.None)
            return;
        Assert.InRange(packet.Bytes, 20, uint.MaxValue + 40L);
        Assert.Equal(packet.Flow.Source.IsIPv6, packet.Flow.Destination.IsIPv6);
        Assert.True(packet.Fragment != FragmentPlace.Later || (packet.Flow.SourcePort | packet.Flow.DestinationPort) == 0);
        Assert.True(packet.Flow.Protocol == 6 || packet.TcpFlags == 0);
    }

    private static IEnumerable<(LinkType LinkType, byte[] Pattern)> Chains() =>
    [
        (LinkType.Ethernet, [0x81, 0x00]),
        (LinkType.Ethernet, [0x88, 0x47, 0x88, 0x47]),
        (LinkType.Ethernet, [0x89, 0x26]),
        (LinkType.Mpls, [0, 0, 0, 0]),
        (LinkType.NetfilterLog, [4, 0, 1, 0]),
        (LinkType.Ieee80211Radiotap, [0xFF, 0xFF]),
        (LinkType.PerPacketInformation, [8, 0, 8, 0, 192, 0, 0, 0]),
    ];

    private static IEnumerable<(LinkType LinkType, byte[] Frame)> IpPackets()
    {
        var tcp = PacketBuilder.Tcp(1000, 80, 0x12, 10);
        yield return (LinkType.Raw, PacketBuilder.Ipv4(6, tcp, options: new byte[8]));
        yield return (LinkType.Raw, PacketBuilder.Ipv4(6, tcp, fragment: 0x2000));
        yield return (LinkType.Raw, PacketBuilder.Ipv4(6, tcp, totalLength: 0));
        yield return (LinkType.Raw, PacketBuilder.Ipv6(0, PacketBuilder.Extension(43, 1, PacketBuilder.Extension(6, 0, tcp))));
        yield return (LinkType.Raw, PacketBuilder.Ipv6(44, PacketBuilder.FragmentHeader(6, 1, 7, tcp)));
        yield return (LinkType.Raw, PacketBuilder.Ipv6(0, [.. PacketBuilder.Hex("0600 C204 00013880"), .. tcp], payloadLength: 0));
    }
}
