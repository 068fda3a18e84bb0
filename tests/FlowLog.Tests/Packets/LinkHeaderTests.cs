using FlowLog.Flows;
using FlowLog.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Tests.Packets;

/// <summary>Every link header around the same packet leads to the same flow.</summary>
public sealed class LinkHeaderTests
{
    private static readonly byte[] Station = new byte[22];

    public static TheoryData<string, LinkType, byte[]> Links()
    {
        var data = new TheoryData<string, LinkType, byte[]>();
        foreach (var (name, linkType, frame) in Ethernets().Concat(PointToPoints()).Concat(Others()).Concat(Wireless()))
            data.Add(name, linkType, frame);
        return data;
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void LinkHeader_IsLookedThrough(string name, LinkType linkType, byte[] frame)
    {
        var reason = PacketDecoder.Decode(frame, frame.Length, linkType, out var packet);

        Assert.True(reason == NotFlow.None, $"{name}: {reason}");
        Assert.Equal(packet.Flow.Source.IsIPv6 ? new FiveTuple(Alice6, Bob6, 1000, 53, 17) : new(Alice, Bob, 1000, 53, 17), packet.Flow);
        Assert.Equal(packet.Flow.Source.IsIPv6 ? 53 : 33, packet.Bytes);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void LinkHeaderCutAnywhere_IsAReasonAndNoFlow(string name, LinkType linkType, byte[] frame)
    {
        var ipLength = frame.AsSpan().EndsWith(Plain6()) ? 53 : 33;
        for (var length = 0; length < frame.Length - ipLength; length++)
        {
            var reason = PacketDecoder.Decode(frame.AsSpan(0, length), frame.Length, linkType, out _);

            // Attributes of a log may end anywhere between two: that the payload is missing does not show.
            var missing = linkType == LinkType.NetfilterLog ? NotFlow.NonIp : NotFlow.CutHeader;
            Assert.True(reason == NotFlow.CutHeader || reason == missing, $"{name} cut to {length}: {reason}");
        }
    }

    [Theory]
    [InlineData(0x0806, NotFlow.Arp)]
    [InlineData(0x8035, NotFlow.Arp)]
    [InlineData(0x88CC, NotFlow.NonIp)]
    [InlineData(0x8863, NotFlow.NonIp)]
    [InlineData(0x0026, NotFlow.NonIp)]
    public void OtherEtherType_IsCountedByReason(int type, NotFlow reason) =>
        Assert.Equal(reason, PacketDecoder.Decode(Ethernet(type, new byte[46]), 60, LinkType.Ethernet, out _));

    [Theory]
    [InlineData(LinkType.Ppp, "FF03 C021 0101 0004", NotFlow.NonIp)]
    [InlineData(LinkType.Null, "0700 0000 0000", NotFlow.NonIp)]
    [InlineData(LinkType.Ieee80211, "8000 0000", NotFlow.NonIp)]
    [InlineData(LinkType.Ieee80211, "4800 0000", NotFlow.NonIp)]
    [InlineData(LinkType.Ieee80211, "0841 0000", NotFlow.Encrypted)]
    [InlineData(LinkType.Ieee80211Radiotap, "0000 0700 0000 0000", NotFlow.BadHeader)]
    [InlineData(LinkType.PerPacketInformation, "0000 0800 C000 0000 00", NotFlow.BadHeader)]
    [InlineData(LinkType.Fddi, "4F 000000000000 000000000000 0000", NotFlow.NonIp)]
    [InlineData(LinkType.NetfilterLog, "0200 0000 0800 0A00 7800 0000", NotFlow.NonIp)]
    [InlineData(LinkType.NetfilterLog, "0200 0000 0300 0A00 7800 0000", NotFlow.BadHeader)]
    [InlineData(LinkType.FrameRelay, "0000 0000 0000", NotFlow.BadHeader)]
    [InlineData(LinkType.FrameRelay, "1841 0308 0000 0000 0000", NotFlow.NonIp)]
    [InlineData(LinkType.Ethernet, "0200 0000 0001 0200 0000 0002 88E5 2C00 0000 0001", NotFlow.Encrypted)]
    [InlineData((LinkType)147, "0000", NotFlow.UnknownLinkType)]
    public void OtherFrames_AreCountedByReason(LinkType linkType, string hex, NotFlow reason) =>
        Assert.Equal(reason, PacketDecoder.Decode(Hex(hex), 60, linkType, out _));

    private static IEnumerable<(string Name, LinkType LinkType, byte[] Frame)> Ethernets()
    {
        var ip = Plain();
        var vlan = Tag(5, 0x0800, ip);
        yield return ("Ethernet", LinkType.Ethernet, Ethernet(0x0800, ip));
        yield return ("Ethernet, IPv6", LinkType.Ethernet, Ethernet(0x86DD, Plain6()));
        yield return ("VLAN", LinkType.Ethernet, Ethernet(0x8100, vlan));
        yield return ("QinQ", LinkType.Ethernet, Ethernet(0x88A8, Tag(9, 0x8100, vlan)));
        yield return ("old QinQ", LinkType.Ethernet, Ethernet(0x9100, Tag(9, 0x9200, vlan)));
        yield return ("five VLANs", LinkType.Ethernet,
            Ethernet(0x8100, Tag(1, 0x8100, Tag(2, 0x8100, Tag(3, 0x8100, Tag(4, 0x8100, vlan))))));
        yield return ("VN-tag", LinkType.Ethernet, Ethernet(0x8926, Join(new byte[4], Big16(0x0800), ip)));
        yield return ("PBB", LinkType.Ethernet, Ethernet(0x88E7, Join(new byte[4], Ethernet(0x8100, vlan))));
        yield return ("FabricPath", LinkType.Ethernet, Ethernet(0x8903, Join(Hex("0040"), Ethernet(0x8100, vlan))));
        yield return ("802.1BR", LinkType.Ethernet, Ethernet(0x893F, Join(new byte[6], Big16(0x0800), ip)));
        yield return ("MACsec that is not encrypted", LinkType.Ethernet, Ethernet(0x88E5, Join(Hex("0000 00000001 0800"), ip)));
        yield return ("MACsec with its channel", LinkType.Ethernet, Ethernet(0x88E5, Join(Hex("2000 00000001 0102030405060708 86DD"), Plain6())));
        yield return ("MPLS", LinkType.Ethernet, Ethernet(0x8847, Join(Hex("00010040 00011140"), ip)));
        yield return ("MPLS, IPv6", LinkType.Ethernet, Ethernet(0x8848, Join(Hex("00010140"), Plain6())));
        yield return ("MPLS pseudowire", LinkType.Ethernet, Ethernet(0x8847, Join(Hex("00010140 00000000"), Ethernet(0x0800, ip))));
        yield return ("MPLS pseudowire without control word", LinkType.Ethernet,
            Ethernet(0x8847, Join(Hex("00010140"), Ethernet(0x86DD, Plain6()))));
        yield return ("IPv6 behind IPv4's EtherType", LinkType.Ethernet, Ethernet(0x0800, Plain6()));
        yield return ("VLAN, MPLS", LinkType.Ethernet, Ethernet(0x8100, Tag(5, 0x8847, Join(Hex("00010140"), ip))));
        yield return ("PPPoE", LinkType.Ethernet, Ethernet(0x8864, Join(Hex("1100 0001 0023 0021"), ip)));
        yield return ("PPPoE, IPv6", LinkType.Ethernet, Ethernet(0x8864, Join(Hex("1100 0001 0037 0057"), Plain6())));
        yield return ("802.3 SNAP", LinkType.Ethernet, Ethernet(41, Snap(0x0800, ip)));
        yield return ("VLAN, SNAP", LinkType.Ethernet, Ethernet(0x8100, Tag(5, 41, Snap(0x86DD, Plain6()))));
        yield return ("802.1H", LinkType.Ethernet, Ethernet(41, Join(Hex("AAAA03 0000F8 0800"), ip)));
        yield return ("IP's own SAP", LinkType.Ethernet, Ethernet(36, Join(Hex("060603"), ip)));
    }

    private static IEnumerable<(string Name, LinkType LinkType, byte[] Frame)> PointToPoints()
    {
        var ip = Plain();
        yield return ("PPP", LinkType.Ppp, Join(Hex("FF03 0021"), ip));
        yield return ("PPP without address", LinkType.Ppp, Join(Hex("0021"), ip));
        yield return ("PPP of one byte", LinkType.Ppp, Join(Hex("21"), ip));
        yield return ("PPP, IPv6", LinkType.Ppp, Join(Hex("FF03 0057"), Plain6()));
        yield return ("PPP, MPLS", LinkType.Ppp, Join(Hex("FF03 0281 00010140"), ip));
        yield return ("PPP in HDLC", LinkType.PppHdlc, Join(Hex("FF03 0021"), ip));
        yield return ("Cisco's HDLC", LinkType.PppHdlc, Join(Hex("0F00 0800"), ip));
        yield return ("Cisco's HDLC alone", LinkType.CiscoHdlc, Join(Hex("8F00 86DD"), Plain6()));
        yield return ("PPP with direction", LinkType.PppDirection, Join(Hex("01 FF03 0021"), ip));
        yield return ("PPPoE alone", LinkType.PppEthernet, Join(Hex("1100 0001 0023 0021"), ip));
    }

    private static IEnumerable<(string Name, LinkType LinkType, byte[] Frame)> Others()
    {
        var ip = Plain();
        foreach (var raw in new[] { LinkType.Raw, LinkType.RawBsd, LinkType.RawOpenBsd })
        {
            yield return ($"{raw}", raw, ip);
            yield return ($"{raw}, IPv6", raw, Plain6());
        }

        yield return ("IPv4", LinkType.Ipv4, ip);
        yield return ("IPv6", LinkType.Ipv6, Plain6());
        yield return ("cooked", LinkType.LinuxCooked, Join(new byte[14], Big16(0x0800), ip));
        yield return ("cooked, VLAN", LinkType.LinuxCooked, Join(new byte[14], Big16(0x8100), Tag(5, 0x86DD, Plain6())));
        yield return ("cooked, LLC", LinkType.LinuxCooked, Join(new byte[14], Big16(4), Snap(0x0800, ip)));
        yield return ("cooked 2", LinkType.LinuxCooked2, Join(Big16(0x86DD), new byte[18], Plain6()));
        yield return ("null", LinkType.Null, Join(Hex("02000000"), ip));
        yield return ("null, big-endian", LinkType.Null, Join(Hex("00000002"), ip));
        foreach (var family in new byte[] { 10, 23, 24, 28, 30 })
            yield return ($"null, IPv6 as {family}", LinkType.Null, Join([family, 0, 0, 0], Plain6()));
        yield return ("Frame Relay", LinkType.FrameRelay, Join(Hex("1841 03CC"), ip));
        yield return ("Frame Relay, IPv6", LinkType.FrameRelay, Join(Hex("18400001 038E"), Plain6()));
        yield return ("Frame Relay, SNAP", LinkType.FrameRelay, Join(Hex("1841 0300 80 000000 0800"), ip));
        yield return ("Frame Relay, Cisco", LinkType.FrameRelay, Join(Hex("1841 86DD"), Plain6()));
        yield return ("IPNET", LinkType.IpNet, Join(Hex("0102"), new byte[22], ip));
        yield return ("loop", LinkType.Loop, Join(Hex("0000001E"), Plain6()));
        yield return ("NFLOG", LinkType.NetfilterLog, Join(Hex("0200 0000 0500 0A00 7800 0000 2500 0900"), ip));
        yield return ("NFLOG, big-endian", LinkType.NetfilterLog, Join(Hex("0A00 0000 0005 000A 7800 0000 0039 0009"), Plain6()));
        yield return ("MPLS alone", LinkType.Mpls, Join(Hex("00010140"), ip));
        yield return ("ATM", LinkType.LlcSnap, Snap(0x0800, ip));
        yield return ("FDDI", LinkType.Fddi, Join(Hex("50"), new byte[12], Snap(0x0800, ip)));
    }

    private static IEnumerable<(string Name, LinkType LinkType, byte[] Frame)> Wireless()
    {
        var snap = Snap(0x0800, Plain());
        var plain = Join(Hex("0801"), Station, snap);
        var padded = Join(Hex("8801"), Station, Hex("0000 0000"), snap);
        yield return ("802.11", LinkType.Ieee80211, plain);
        yield return ("802.11 of four addresses", LinkType.Ieee80211, Join(Hex("0803"), Station, new byte[6], snap));
        yield return ("802.11 QoS", LinkType.Ieee80211, Join(Hex("8802"), Station, Hex("0000"), snap));
        yield return ("802.11 QoS and HT", LinkType.Ieee80211, Join(Hex("8882"), Station, Hex("0000 00000000"), snap));
        yield return ("802.11 aggregate", LinkType.Ieee80211, Join(Hex("8801"), Station, Hex("8000"), new byte[14], snap));
        yield return ("radiotap", LinkType.Ieee80211Radiotap, Join(Hex("0000 0800 00000000"), plain));
        yield return ("radiotap, padded", LinkType.Ieee80211Radiotap, Join(Hex("0000 0900 02000000 20"), padded));
        yield return ("radiotap, clock", LinkType.Ieee80211Radiotap,
            Join(Hex("0000 1900 03000080 00000080 00000000 00000000 0000000000000000 20")[..16], new byte[8], [0x20], padded));
        yield return ("Prism", LinkType.Ieee80211Prism, Join(Hex("00000044"), new byte[140], plain));
        yield return ("AVS", LinkType.Ieee80211Prism, Join(Hex("80211001 00000040"), new byte[56], plain));
        yield return ("AVS alone", LinkType.Ieee80211Avs, Join(Hex("80211001 00000040"), new byte[56], plain));
        yield return ("PPI", LinkType.PerPacketInformation, Join(Hex("0000 0800 69000000"), plain));
    }
}
