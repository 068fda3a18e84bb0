using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class FlowAggregatorTests
{
    private const long Second = 1_000_000_000;

    [Fact]
    public void PacketsOfAFlow_AreAddedUp()
    {
        var aggregator = new FlowAggregator(60);
        aggregator.Add(Flow(1), 1, 100, 0x02, 90 * Second, 90 * Second);
        aggregator.Add(Flow(1), 1, 50, 0x10, 61 * Second, 61 * Second);
        aggregator.Add(Flow(1), 3, 300, 0x01, 70 * Second, 99 * Second);

        Assert.Equal([new(60, Flow(1), 5, 450, 0x13, 61 * Second, 99 * Second)], aggregator.Drain());
        Assert.Equal(0, aggregator.OpenFlows);
    }

    [Fact]
    public void DecodedPacket_CountsItsLength()
    {
        var ip = PacketBuilder.Ipv4(6, PacketBuilder.Tcp(1000, 80, 0x12));
        PacketDecoder.Decode(ip, ip.Length, LinkType.Raw, out var packet);
        var aggregator = new FlowAggregator(0);

        aggregator.Add(packet, 5);

        Assert.Equal([new(0, packet.Flow, 1, 40, 0x12, 5, 5)], aggregator.Drain());
    }

    [Theory]
    [InlineData(60, 59, 0)]
    [InlineData(60, 60, 60)]
    [InlineData(300, 599, 300)]
    [InlineData(600, -1, -600)]
    [InlineData(0, 123_456, 0)]
    public void Packet_FallsInTheWindowOfItsTime(int interval, long second, long start)
    {
        var aggregator = new FlowAggregator(interval);

        aggregator.Add(Flow(1), 1, 1, 0, (second * Second) + 1, (second * Second) + 1);

        Assert.Equal(start, Assert.Single(aggregator.Drain()).WindowStart);
    }

    [Fact]
    public void Drain_IsInOrderWhateverTheOrderOfPacketsAndTheSeed()
    {
        var flows = Mixed(new Random(3), 3000);
        var sorted = Added(flows, 0, 1).Drain().ToList();
        var shuffled = flows.ToArray();
        new Random(4).Shuffle(shuffled);

        Assert.Equal(sorted, Added(shuffled, 99, 1).Drain());
        Assert.Equal(sorted.OrderBy(totals => totals.WindowStart)
            .ThenBy(totals => totals.Flow.Source).ThenBy(totals => totals.Flow.Destination)
            .ThenBy(totals => totals.Flow.SourcePort).ThenBy(totals => totals.Flow.DestinationPort)
            .ThenBy(totals => totals.Flow.Protocol), sorted);
    }

    [Fact]
    public void ManyFlows_AddUpAsADictionaryDoes()
    {
        var random = new Random(5);
        var flows = Mixed(random, 50_000);
        var expected = new Dictionary<(long, FiveTuple), (long Packets, long Bytes)>();
        var aggregator = new FlowAggregator(60);
        foreach (var (flow, second) in flows)
        {
            var bytes = random.Next(1500);
            var key = (CaptureWindow.Floor(second, 60), flow);
            expected.TryGetValue(key, out var sum);
            expected[key] = (sum.Packets + 1, sum.Bytes + bytes);
            aggregator.Add(flow, 1, bytes, 0, second * Second, second * Second);
        }

        Assert.Equal(expected.Count, aggregator.OpenFlows);
        Assert.Equal(expected, aggregator.Drain().ToDictionary(totals => (totals.WindowStart, totals.Flow), Sum));
    }

    [Fact]
    public void DrainBefore_LeavesLaterWindows()
    {
        var aggregator = new FlowAggregator(60);
        for (var second = 0; second < 300; second += 30)
            aggregator.Add(Flow(second / 60), 1, 10, 0, second * Second, second * Second);

        Assert.Equal([0L, 60], aggregator.Drain(120).Select(totals => totals.WindowStart));
        Assert.Equal(3, aggregator.OpenFlows);
        aggregator.Add(Flow(4), 1, 10, 0, 241 * Second, 241 * Second);
        Assert.Equal([(120L, 2L), (180, 2), (240, 3)], aggregator.Drain().Select(totals => (totals.WindowStart, totals.Packets)));
    }

    [Fact]
    public void FlowsOfPassedWindows_AreClosedBeforeAnyOther_AndWhole()
    {
        var aggregator = new FlowAggregator(60, maxOpenFlows: 100);
        for (var minute = 0; minute < 20; minute++)
        {
            for (var packet = 0; packet < 80; packet++)
                aggregator.Add(Flow(packet % 40), 1, 10, 0, minute * 60 * Second, minute * 60 * Second);
            Assert.InRange(aggregator.OpenFlows, 1, 100);
        }

        Assert.Equal(0, aggregator.ClosedEarly);
        var flows = aggregator.DrainClosed().Concat(aggregator.Drain()).ToList();
        Assert.Equal(20 * 40, flows.Count);
        Assert.All(flows, flow => Assert.Equal(2, flow.Packets));
    }

    [Fact]
    public void IcmpMessages_OfDifferentTypeOrCode_AreDifferentFlows()
    {
        var aggregator = new FlowAggregator(0);
        foreach (var icmp in new IcmpMessage[] { new(0, 0), new(8, 0), new(255, 255), default, new(8, 0) })
            aggregator.Add(Flow(1), 1, 10, 0, 1, 1, icmp);

        Assert.Equal([("", 1L), ("0/0", 1), ("8/0", 2), ("255/255", 1)], aggregator.Drain().Select(totals => (totals.Icmp.ToString(), totals.Packets)));
    }

    [Fact]
    public void SampledPackets_AreScaled_AndKnowTheirVariance()
    {
        var aggregator = new FlowAggregator(0);
        var packet = new DecodedPacket { Flow = Flow(1), Bytes = 100 };
        for (var i = 0; i < 3; i++)
            aggregator.AddSampled(packet, i, rate: 10);
        aggregator.AddSampled(packet, 3, rate: 1);

        var totals = Assert.Single(aggregator.Drain());
        Assert.Equal((31L, 3100L, 3 * 100f * 100 * 10 * 9), (totals.Packets, totals.Bytes, totals.BytesVariance));
    }

    [Fact]
    public void FlowsOverTheLimit_CloseTheSmallestAndLoseNothing()
    {
        var random = new Random(6);
        var aggregator = new FlowAggregator(0, maxOpenFlows: 100);
        for (var packet = 0; packet < 20_000; packet++)
        {
            aggregator.Add(Flow(packet % 2 == 0 ? random.Next(20) : random.Next(5000)), 1, 3, 0, packet, packet);
            Assert.InRange(aggregator.OpenFlows, 1, 100);
        }

        var closed = aggregator.DrainClosed().ToList();
        var rest = aggregator.Drain().ToList();

        Assert.Equal(aggregator.ClosedEarly, closed.Count);
        Assert.NotEmpty(closed);
        Assert.Equal((20_000, 60_000), (closed.Concat(rest).Sum(t => t.Packets), closed.Concat(rest).Sum(t => t.Bytes)));
        Assert.True(Enumerable.Range(0, 20).All(large => rest.Exists(totals => totals.Flow == Flow(large) && totals.Packets > 400)));
    }

    [Fact]
    public void PartsOfAFlow_ComeOutInTheOrderTheyWereClosed()
    {
        var aggregator = new FlowAggregator(0, maxOpenFlows: 1);
        for (var packet = 1; packet <= 6; packet++)
            aggregator.Add(Flow(packet % 2), 1, packet, 0, packet, packet);

        Assert.Equal(5, aggregator.WaitingFlows);
        Assert.Equal([2L, 4, 6, 1, 3, 5], aggregator.Drain().Select(totals => totals.Bytes));
        Assert.Equal(5, aggregator.ClosedEarly);
    }

    private static (long Packets, long Bytes) Sum(FlowTotals totals) => (totals.Packets, totals.Bytes);

    private static FiveTuple Flow(int number) => new(PacketBuilder.Alice, PacketBuilder.Bob, (ushort)number, 80, 6);

    private static FlowAggregator Added(IEnumerable<(FiveTuple Flow, long Second)> flows, ulong seed, int bytes)
    {
        var aggregator = new FlowAggregator(60, seed: seed);
        foreach (var (flow, second) in flows)
            aggregator.Add(flow, 1, bytes, 0, second * Second, second * Second);
        return aggregator;
    }

    // Few values of each field, so that flows differ in any one of them; IPv6 addresses that are alike in their first half, or all zeros.
    private static List<(FiveTuple Flow, long Second)> Mixed(Random random, int count)
    {
        var flows = new List<(FiveTuple, long)>();
        while (flows.Count < count)
        {
            var six = random.Next(2) == 1;
            flows.Add((
                new(Address(random, six), Address(random, six), (ushort)random.Next(3), (ushort)random.Next(3), (byte)random.Next(3)),
                random.Next(-100, 100)));
        }

        return flows;
    }

    private static IpAddress Address(Random random, bool six) => six
        ? new((UInt128)random.Next(3) << (random.Next(3) * 63), true)
        : IpAddress.V4((uint)random.Next(3) << random.Next(30));
}
