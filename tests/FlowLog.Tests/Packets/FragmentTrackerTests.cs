using FlowLog.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Tests.Packets;

public sealed class FragmentTrackerTests
{
    private readonly FragmentTracker _tracker = new(capacity: 2);

    [Fact]
    public void LaterFragment_GetsThePortsOfItsFirst()
    {
        Assert.Equal(1000, Port(First(id: 1)));
        Assert.Equal(1000, Port(Later(id: 1)));
        Assert.Equal(0, _tracker.Orphans);
    }

    [Fact]
    public void FragmentBeforeItsFirst_KeepsPort0()
    {
        Assert.Equal(0, Port(Later(id: 1)));
        Assert.Equal(1000, Port(First(id: 1)));
        Assert.Equal(1, _tracker.Orphans);
    }

    [Fact]
    public void OtherIdOrProtocol_IsAnotherDatagram()
    {
        Port(First(id: 1));

        Assert.Equal(0, Port(Later(id: 2)));
        Assert.Equal(0, Port(Ipv4(6, new byte[8], fragment: 1, id: 1)));
    }

    [Fact]
    public void IdUsedAgain_IsTheNewerDatagram()
    {
        Port(First(id: 1));
        Port(First(id: 1, port: 2000));

        Assert.Equal(2000, Port(Later(id: 1)));
        Assert.Equal(1, _tracker.Count);
    }

    [Fact]
    public void FullTable_ForgetsTheOldest()
    {
        for (var id = 1; id <= 3; id++)
            Port(First(id));

        Assert.Equal([0, 1000, 1000], Enumerable.Range(1, 3).Select(id => Port(Later(id))));
        Assert.Equal(2, _tracker.Count);
    }

    [Fact]
    public void Ipv6LaterFragment_GetsPortsAndProtocolOfItsFirst()
    {
        var first = Ipv6(44, FragmentHeader(60, 1, 9, Extension(17, 0, Udp(1000, 53))));
        var later = Ipv6(44, FragmentHeader(60, 0x10, 9, new byte[8]));

        Assert.Equal(1000, Port(first));
        Assert.Equal(1000, Port(later));
        Assert.Equal(17, Followed(later).Flow.Protocol);
    }

    [Fact]
    public void WholePacket_StaysAsItIs()
    {
        Port(First(id: 1));

        Assert.Equal(1000, Port(Plain()));
        Assert.Equal(1, _tracker.Count);
    }

    private static byte[] First(int id, int port = 1000) => Ipv4(17, Udp(port, 53), fragment: 0x2000, id: id);

    private static byte[] Later(int id) => Ipv4(17, new byte[8], fragment: 1, id: id);

    private int Port(byte[] ip) => Followed(ip).Flow.SourcePort;

    private DecodedPacket Followed(byte[] ip)
    {
        PacketDecoder.Decode(ip, ip.Length, LinkType.Raw, out var packet);
        _tracker.Follow(ref packet);
        return packet;
    }
}
