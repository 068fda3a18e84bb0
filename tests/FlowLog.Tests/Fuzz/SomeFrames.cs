using FlowLog.Packets;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Fuzz;

/// <summary>Valid frames of every link type, and of IP packets of every shape.</summary>
internal static class SomeFrames
{
    /// <summary>By link type; a link type without frames of its own carries those of raw IP.</summary>
    public static IReadOnlyDictionary<LinkType, IReadOnlyList<byte[]>> ByLinkType { get; } = Make();

    public static IReadOnlyList<LinkType> LinkTypes { get; } = [.. ByLinkType.Keys];

    private static Dictionary<LinkType, IReadOnlyList<byte[]>> Make()
    {
        var known = LinkHeaderTests.Links().Select(row => (LinkType: (LinkType)row[1], Frame: (byte[])row[2]))
            .ToLookup(link => link.LinkType, link => link.Frame);
        var packets = IpPackets().ToList();
        return Enum.GetValues<LinkType>().ToDictionary(linkType => linkType, linkType => linkType switch
        {
            LinkType.Ethernet => [.. known[linkType], .. packets.Select(packet => PacketBuilder.Ethernet(packet[0] >> 4 == 6 ? 0x86DD : 0x0800, packet))],
            _ when known.Contains(linkType) => [.. known[linkType]],
            _ => (IReadOnlyList<byte[]>)packets,
        });
    }

    private static IEnumerable<byte[]> IpPackets()
    {
        var tcp = PacketBuilder.Tcp(1000, 80, 0x12, 10);
        var udp = PacketBuilder.Udp(40_000, 53, 20);
        yield return PacketBuilder.Plain();
        yield return PacketBuilder.Plain6();
        yield return PacketBuilder.Ipv4(6, tcp, options: new byte[40]);
        yield return PacketBuilder.Ipv4(6, tcp, totalLength: 0);
        yield return PacketBuilder.Ipv4(17, udp, fragment: 0x2000, id: 7);
        yield return PacketBuilder.Ipv4(17, udp, fragment: 0x0003, id: 7);
        yield return PacketBuilder.Ipv4(1, PacketBuilder.Hex("0800 0000 0001 0001"));
        yield return PacketBuilder.Ipv4(132, PacketBuilder.Udp(1, 2));
        yield return PacketBuilder.Ipv6(0, PacketBuilder.Extension(43, 1, PacketBuilder.Extension(60, 0, PacketBuilder.Extension(6, 2, tcp))));
        yield return PacketBuilder.Ipv6(44, PacketBuilder.FragmentHeader(17, 1, 7, udp));
        yield return PacketBuilder.Ipv6(44, PacketBuilder.FragmentHeader(17, 16, 7, udp));
        yield return PacketBuilder.Ipv6(58, PacketBuilder.Hex("8000 0000 0001 0001"));
        yield return PacketBuilder.Ipv6(51, PacketBuilder.Extension(6, 1, tcp));
        yield return PacketBuilder.Ipv6(0, [.. PacketBuilder.Hex("0600 C204 00013880"), .. tcp], payloadLength: 0);
    }
}
