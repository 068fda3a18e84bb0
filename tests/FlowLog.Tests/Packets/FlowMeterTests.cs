using FlowLog.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Tests.Packets;

public sealed class FlowMeterTests
{
    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 60, false)]
    [InlineData(4, 600, true)]
    [InlineData(7, 60, true)]
    public async Task AnyNumberOfThreads_CountsAsOneLoopDoes(int threads, int interval, bool tellIcmpApart)
    {
        var capture = Capture(new Random(threads), 20_000);
        var expected = await OneLoopAsync(capture, interval, tellIcmpApart);
        var meter = new FlowMeter(new(interval, TellIcmpApart: tellIcmpApart), seed: 3);

        Assert.Null(await meter.ReadAsync(new TrickleStream(capture, 5000), threads, CancellationToken.None));

        Assert.Equal(expected, meter.Flows.Drain());
        Assert.Equal(20_000, meter.Counts.Frames);
        Assert.Equal((expected.Sum(flow => flow.Packets), expected.Sum(flow => flow.Bytes)), (meter.Counts.Packets, meter.Counts.Bytes));
        Assert.Equal(20_000 - meter.Counts.Packets, meter.Counts.NotFlow(NotFlow.Arp));
    }

    [Fact]
    public async Task FragmentsFarFromTheirFirst_GetItsPorts_WithinTheirCaptureOnly()
    {
        var first = new CaptureBuilder().Pcap().Packet(Fragment(0x2000, id: 9));
        for (var other = 0; other < 30_000; other++)
            first.Packet(Udp(other % 1000));
        first.Packet(Fragment(185, id: 9));
        var second = new CaptureBuilder().Pcap().Packet(Fragment(185, id: 9));
        var meter = new FlowMeter(new(0));

        await meter.ReadAsync(new MemoryStream(first.Bytes()), 3, CancellationToken.None);
        Assert.Equal(0, meter.Counts.OrphanFragments);
        await meter.ReadAsync(new MemoryStream(second.Bytes()), 3, CancellationToken.None);
        Assert.Equal(1, meter.Counts.OrphanFragments);

        var flows = meter.Flows.Drain().ToDictionary(flow => (flow.Flow.SourcePort, flow.Flow.DestinationPort), flow => flow.Packets);
        Assert.Equal((2L, 1L), (flows[(7777, 53)], flows[(0, 0)]));
    }

    [Fact]
    public async Task FlowsOverTheLimit_AreClosedEarly_AndNoneIsLost()
    {
        var capture = new CaptureBuilder().Pcap();
        for (var packet = 0; packet < 5000; packet++)
            capture.Packet(Udp(packet % 1000));
        var early = new List<FlowTotals>();
        var meter = new FlowMeter(new(0, MaxOpenFlows: 64));
        meter.Added = () => early.AddRange(meter.Flows.DrainClosed());

        await meter.ReadAsync(new MemoryStream(capture.Bytes()), 2, CancellationToken.None);

        Assert.True(meter.Flows.OpenFlows <= 64);
        Assert.Equal(meter.Flows.ClosedEarly, early.Count);
        Assert.Equal(5000, early.Concat(meter.Flows.Drain()).Sum(flow => flow.Packets));
    }

    [Fact]
    public async Task StreamThatFails_FailsTheReading()
    {
        var capture = new CaptureBuilder().Pcap();
        for (var packet = 0; packet < 50_000; packet++)
            capture.Packet(Udp(packet % 1000));

        await Assert.ThrowsAsync<IOException>(
            () => new FlowMeter(new(0)).ReadAsync(new FailingStream(capture.Bytes(), failAt: 600_000), 3, CancellationToken.None));
    }

    [Fact]
    public async Task Cancelling_EndsTheReading()
    {
        using var stop = new CancellationTokenSource();
        var meter = new FlowMeter(new(0)) { Added = stop.Cancel };
        var capture = new CaptureBuilder().Pcap();
        for (var packet = 0; packet < 100_000; packet++)
            capture.Packet(Udp(packet % 1000));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => meter.ReadAsync(new TrickleStream(capture.Bytes(), 1000), 2, stop.Token));
    }

    private static async Task<List<FlowTotals>> OneLoopAsync(byte[] capture, int interval, bool tellIcmpApart)
    {
        var flows = new FlowAggregator(interval);
        var fragments = new FragmentTracker();
        foreach (var frame in (await Captures.ReadAsync(capture)).Frames)
        {
            if (PacketDecoder.Decode(frame, out var packet) != NotFlow.None)
                continue;
            fragments.Follow(ref packet);
            flows.Add(
                packet.Flow, 1, packet.Bytes, packet.TcpFlags, frame.TimeNanoseconds, frame.TimeNanoseconds,
                tellIcmpApart ? packet.Icmp : default);
        }

        return [.. flows.Drain()];
    }

    private static byte[] Capture(Random random, int packets)
    {
        var capture = new CaptureBuilder().Pcap();
        for (var packet = 0; packet < packets; packet++)
        {
            var data = random.Next(8) switch
            {
                0 => Ethernet(0x0806, new byte[28]),
                1 => Ethernet(0x0800, Ipv4(1, [(byte)random.Next(3), (byte)random.Next(2), 0, 0])),
                2 => Fragment(random.Next(2) == 0 ? 0x2000 : 185, id: random.Next(200)),
                3 => Ethernet(0x86DD, Ipv6(UdpProtocol, Join(Big16(random.Next(50)), Big16(53), Big16(8), Big16(0)))),
                _ => Udp(random.Next(1, 500), new byte[random.Next(900)]),
            };
            capture.Packet(data, seconds: (uint)(1_000_000 + (packet / 20) + random.Next(30)), fraction: (uint)random.Next(1_000_000));
        }

        return capture.Bytes();
    }

    private static byte[] Udp(int source, byte[]? payload = null) =>
        Ethernet(0x0800, Ipv4(UdpProtocol, Join(Big16(source), Big16(53), Big16(8), Big16(0), payload ?? [])));

    private static byte[] Fragment(int place, int id) =>
        Ethernet(0x0800, Ipv4(UdpProtocol, Join(Big16(7777), Big16(53), Big16(8), Big16(0)), fragment: place, id: id));

    private sealed class FailingStream(byte[] bytes, int failAt) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= failAt ? throw new IOException("The disk is gone.") : base.ReadAsync(buffer, cancellationToken);
    }
}
