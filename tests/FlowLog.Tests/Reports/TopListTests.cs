using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLog.Tests.Reports;

public sealed class TopListTests
{
    public static IEnumerable<object[]> Seeds => Enumerable.Range(0, 60).Select(seed => new object[] { seed });

    /// <summary>Streams that want to be forgotten: floods of new keys, keys just below the cut, keys that take turns, lists of many records and few bytes.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Merged_InAnyTree_BoundsHoldForEachKey(int seed)
    {
        var random = new Random(seed);
        var measure = (TopMeasure)(seed % 2);
        var truth = new Dictionary<Port, Share>();
        var lists = Enumerable.Range(0, random.Next(2, 40)).Select(chunk => Chunk(random, seed / 2 % 5, chunk, measure, truth)).ToList();

        while (lists.Count > 1)
            MergeTwo(random, lists, measure);
        if (random.Next(2) == 0)
            lists[0].Trim();

        AssertBounds(truth, lists[0]);
    }

    [Fact]
    public void Merged_UntilNothingIsDropped_IsExact()
    {
        var (one, other) = (new TopList<Port>(10), new TopList<Port>(10));
        for (var port = 0; port < 10; port++)
        {
            one.Add(new(6, (ushort)port), Some(port + 1));
            other.Add(new(6, (ushort)port), Some(100));
        }

        one.Merge(other);
        one.Trim();

        Assert.Equal(default, one.Missing);
        Assert.All(one.Ranked(), listed => Assert.Equal((default, 101L + listed.Key.Number), (listed.Missing, listed.Known.All.Bytes)));
    }

    [Fact]
    public void Heavy_AmongThrongs_IsExactThough()
    {
        var whole = new TopList<Port>(20);
        for (var chunk = 0; chunk < 50; chunk++)
        {
            var list = new TopList<Port>(20);
            list.Add(new(17, 53), Some(1_000_000));
            for (var port = 0; port < 100; port++)
                list.Add(new(6, (ushort)((chunk * 100) + port)), Some(port + 1));
            list.Trim();
            whole.Merge(list);
            whole.Trim();
        }

        var first = whole.Ranked().First();
        Assert.Equal((new Port(17, 53), 50_000_000L, default), (first.Key, first.Known.All.Bytes, first.Missing));
        Assert.True(whole.Missing.Bytes > 0);
    }

    [Fact]
    public void Doubtful_CountsFromNothingToAll()
    {
        var (sure, doubtful) = (new Aggregate(), new Aggregate());
        sure.DestinationPorts.Add(new(6, 80), Some(10));
        doubtful.DestinationPorts.Add(new(6, 80), Some(5));
        doubtful.DestinationPorts.Add(new(6, 443), Some(7));

        sure.MergeDoubtful(doubtful);

        Assert.Equal(
            [(80, 10L, 5L), (443, 0L, 7L)],
            sure.DestinationPorts.Ranked().Select(listed => ((int)listed.Key.Number, listed.Known.All.Bytes, listed.Missing.Bytes)));
    }

    private static TopList<Port> Chunk(Random random, int kind, int chunk, TopMeasure measure, Dictionary<Port, Share> truth)
    {
        var list = new TopList<Port>(8, measure);
        for (var i = 0; i < 60; i++)
        {
            var port = new Port(6, (ushort)(kind switch
            {
                0 => random.Next(30),
                1 => (chunk * 60) + i,
                2 => (chunk % 3 * 8) + (i % 8),
                3 => random.Next(9),
                _ => 1000 * Math.Pow(random.NextDouble(), 4),
            }));
            var traffic = new Traffic(kind == 2 ? random.Next(1, 100) : 1, random.Next(1, 50), kind == 3 ? 100 + random.Next(2) : random.Next(1, 10_000));
            var share = Share.Of(traffic, (FlowAction)random.Next(3), (Direction)random.Next(3));
            truth[port] = truth.GetValueOrDefault(port) + share;
            list.Add(port, share);
        }

        list.Trim();
        return random.Next(2) == 0 ? list : Copied(list, measure);
    }

    private static void MergeTwo(Random random, List<TopList<Port>> lists, TopMeasure measure)
    {
        var (a, b) = (random.Next(lists.Count), random.Next(lists.Count - 1));
        b += b >= a ? 1 : 0;
        lists[a].Merge(lists[b]);
        if (random.Next(3) > 0)
            lists[a].Trim();
        if (random.Next(3) == 0)
            lists[a] = Copied(lists[a], measure);
        lists.RemoveAt(b);
    }

    /// <summary>As it is written and read.</summary>
    private static TopList<Port> Copied(TopList<Port> list, TopMeasure measure)
    {
        var writer = new ByteWriter();
        list.Write(writer);
        var reader = new ByteReader(0, writer.Written);
        var copy = TopListCodec.Read<Port>(ref reader, 8, measure);
        reader.End();
        return copy;
    }

    private static void AssertBounds(Dictionary<Port, Share> truth, TopList<Port> list)
    {
        var listed = list.All().ToDictionary(key => key.Key);
        foreach (var (port, share) in truth)
        {
            var (known, missing) = listed.TryGetValue(port, out var found) ? (found.Known, found.Missing) : (default, list.Missing);
            AssertWithin(share.All, known.All, missing);
            AssertWithin(share.Accepted, known.Accepted, missing);
            AssertWithin(share.Rejected, known.Rejected, missing);
            AssertWithin(share.In, known.In, missing);
            AssertWithin(share.Out, known.Out, missing);
        }

        Assert.All(listed.Keys, port => Assert.Contains(port, truth.Keys));
    }

    private static void AssertWithin(Traffic truth, Traffic known, Traffic missing)
    {
        Assert.InRange(truth.Records, known.Records, known.Records + missing.Records);
        Assert.InRange(truth.Packets, known.Packets, known.Packets + missing.Packets);
        Assert.InRange(truth.Bytes, known.Bytes, known.Bytes + missing.Bytes);
    }

    private static Share Some(long bytes) => Share.Of(new(1, 1, bytes), FlowAction.Accept, Direction.In);
}
