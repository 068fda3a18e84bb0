using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLog.Tests.Reports;

public sealed class AggregateTests
{
    private static readonly IReadOnlyList<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    [Fact]
    public void Of_Records_AddsUpToThem()
    {
        var records = SomeFlows.Random(seed: 1, count: 3000);

        var aggregate = Aggregate.Of(FlowColumns.Of(records));

        Assert.Equal(records.Count, aggregate.Series.Values.Sum(traffic => traffic.Records));
        Assert.Equal(records.Sum(record => record.Bytes), aggregate.Series.Values.Sum(traffic => traffic.Bytes));
        Assert.Equal(records.Sum(record => record.Packets), aggregate.Enis.Ranked().Sum(listed => listed.Known.All.Packets));
        Assert.Equal(
            records.Where(record => record.Action == FlowAction.Reject).Sum(record => record.Bytes),
            aggregate.Enis.Ranked().Sum(listed => listed.Known.Rejected.Bytes));
    }

    [Fact]
    public void Of_RecordWithoutTraffic_CountsItsWindowOnly()
    {
        var empty = new FlowRecord { EniId = "eni-1", Status = LogStatus.NoData, Start = 600, End = 660 };

        var aggregate = Aggregate.Of(FlowColumns.Of([empty]));

        Assert.Equal(new SeriesKey(10, LogStatus.NoData, FlowAction.None, Direction.None, 0), aggregate.Series.Keys.Single());
        Assert.Empty(aggregate.Sources.Ranked());
        Assert.Empty(aggregate.Enis.Ranked());
    }

    [Fact]
    public void SampledRecords_AddVariances_WhichAreStored()
    {
        FlowRecord[] records =
        [
            new() { Start = 60, Packets = 40, Bytes = 4000, SamplingRate = 4, BytesError = 30, Action = FlowAction.Accept },
            new() { Start = 61, Packets = 8, Bytes = 800, SamplingRate = 4, BytesError = 40, Action = FlowAction.Accept },
            new() { Start = 62, Packets = 5, Bytes = 500 },
        ];
        var aggregate = Aggregate.Of(FlowColumns.Of(records));
        var merged = new Aggregate();
        merged.Merge(aggregate);
        merged.Merge(AggregateCodec.Decode(Encoded(aggregate)));

        Assert.Equal(new Variance(48 * 3, 2500), Assert.Single(aggregate.Variances).Value);
        Assert.Equal(new Variance(96 * 3, 5000), Assert.Single(merged.Variances).Value);
    }

    [Fact]
    public void Merge_InAnyOrder_GivesTheSameSums()
    {
        var parts = Enumerable.Range(0, 20).Select(i => Aggregate.Of(FlowColumns.Of(SomeFlows.Random(i, 100)))).ToList();
        var forward = new Aggregate();
        var shuffled = new Aggregate();

        parts.ForEach(forward.Merge);
        foreach (var part in parts.OrderBy(part => part.Series.Values.Sum(traffic => traffic.Bytes) % 97))
            shuffled.Merge(part);

        foreach (var part in Parts)
            Assert.Equal(AggregateCodec.Encode(forward, part), AggregateCodec.Encode(shuffled, part));
    }

    [Fact]
    public void Encode_Decode_IsTheSameAggregate()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var aggregate = Aggregate.Of(FlowColumns.Of(SomeFlows.Random(seed, 1 + (seed * 37))));

            var decoded = AggregateCodec.Decode(Encoded(aggregate));

            foreach (var part in Parts)
                Assert.Equal(AggregateCodec.Encode(aggregate, part), AggregateCodec.Encode(decoded, part));
        }
    }

    [Fact]
    public void Decode_HostileBytes_ThrowsNothingElse()
    {
        var random = new Random(7);
        var good = Encoded(Aggregate.Of(FlowColumns.Of(SomeFlows.Random(3, 200))));
        var refused = 0;
        for (var round = 0; round < 5000; round++)
        {
            var (part, bytes) = good[random.Next(good.Count)];
            var damaged = bytes.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            damaged = damaged[..random.Next(damaged.Length + 1)];
            try
            {
                AggregateCodec.Decode([new(part, damaged)]);
            }
            catch (ChunkFormatException)
            {
                refused++;
            }
        }

        Assert.True(refused > 1000, $"only {refused} of 5000 were refused");
    }

    private static List<KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>> Encoded(Aggregate aggregate) =>
        [.. Parts.Select(part => new KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>(part, AggregateCodec.Encode(aggregate, part)))];
}
