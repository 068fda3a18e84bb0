using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLog.Tests.Reports;

/// <summary>Every list of an aggregate, against the same sums of the records one by one.</summary>
public sealed class AggregateListsTests
{
    public static IEnumerable<object[]> Counts => [[0], [1], [60], [900], [6000]];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Of_Records_EachListBoundsItsKeys(int count)
    {
        var records = Records(count);
        var stored = ChunkDecoder.Decode(ChunkEncoder.Encode(FlowColumns.Of(records)), Aggregate.Fields);

        foreach (var rows in new[] { FlowColumns.Of(records), stored })
        {
            var aggregate = Aggregate.Of(rows);
            AssertBounds(records, aggregate.Sources, record => record.Flow.Source);
            AssertBounds(records, aggregate.Destinations, record => record.Flow.Destination);
            AssertBounds(records, aggregate.DestinationPorts, record => new Port(record.Flow.Protocol, record.Flow.DestinationPort));
            AssertBounds(records, aggregate.Enis, record => new ResourceId(record.EniId));
            AssertBounds(records, aggregate.Rules, record => new ResourceId(record.RuleId));
            AssertBounds(records, aggregate.Vpcs, record => new ResourceId(record.VpcId));
            AssertBounds(records, aggregate.Pairs, record => new AddressPair(record.Flow.Source, record.Flow.Destination));
            AssertBounds(records, aggregate.Tuples, record => new JudgedTuple(record.Flow, record.Action));
            AssertBounds(records, aggregate.Conversations, record => record.VmId.Length == 0 ? null : new Conversation(record.VmId, record.Flow.Source, record.Flow.Destination));
        }
    }

    [Fact]
    public void Of_ManyKeys_KeepsTheLargest()
    {
        var aggregate = Aggregate.Of(FlowColumns.Of(Records(6000)));

        Assert.Equal(AggregateSize.Chunk.Keys, aggregate.Sources.Count);
        Assert.Equal(AggregateSize.Chunk.Combinations, aggregate.Tuples.Count);
        Assert.Equal(aggregate.Sources.Missing.Bytes, aggregate.Sources.Ranked().Last().Known.All.Bytes, aggregate.Sources.Missing.Bytes * 0.2);
    }

    [Fact]
    public void Of_Records_CountsDifferentOnes()
    {
        var records = Records(60);
        var flows = records.Where(record => record.Status == LogStatus.Ok).Select(record => record.Flow).ToList();

        var distinct = Aggregate.Of(FlowColumns.Of(records)).Distinct;

        Assert.Equal(flows.Distinct().Count(), distinct.Flows.Estimate());
        Assert.Equal(flows.Select(flow => flow.Source).Distinct().Count(), distinct.Sources.Estimate());
        Assert.Equal(flows.Select(flow => flow.Destination).Distinct().Count(), distinct.Destinations.Estimate());
    }

    [Fact]
    public void InSteps_AddsMinutesUp()
    {
        var aggregate = Aggregate.Of(FlowColumns.Of(Records(900)));

        var hours = aggregate.InSteps(60);

        Assert.True(hours.Series.Count < aggregate.Series.Count);
        Assert.All(hours.Series.Keys, key => Assert.Equal(0, key.Minute % 60));
        Assert.Equal(aggregate.Series.Values.Sum(point => point.Bytes), hours.Series.Values.Sum(point => point.Bytes));
    }

    private static List<FlowRecord> Records(int count)
    {
        var random = new Random(count);
        return
        [
            .. SomeFlows.Random(count, count).Select(record => random.Next(20) == 0
                ? new FlowRecord { EniId = record.EniId, Start = record.Start, End = record.End, Status = LogStatus.NoData }
                : record with
                {
                    Flow = record.Flow with { Source = IpAddress.V4((uint)(5000 * Math.Pow(random.NextDouble(), 3))) },
                    Action = (FlowAction)random.Next(3),
                    VmId = random.Next(3) == 0 ? "" : $"i-{random.Next(3)}",
                    VpcId = $"vpc-{random.Next(2)}",
                    RuleId = random.Next(4) == 0 ? "" : $"sgr-{random.Next(30)}é",
                }),
        ];
    }

    private static void AssertBounds<TKey>(IReadOnlyList<FlowRecord> records, TopList<TKey> list, Func<FlowRecord, TKey?> keyOf)
        where TKey : struct, IComparable<TKey>
    {
        var listed = list.All().ToDictionary(key => key.Key);
        var truth = records.Where(record => record.Status == LogStatus.Ok && keyOf(record) is not null).GroupBy(record => keyOf(record)!.Value)
            .ToDictionary(group => group.Key, group => group.Aggregate(default(Share), (sum, record) => sum + Share.Of(new(1, record.Packets, record.Bytes), record.Action, record.Direction)));
        Assert.Superset(listed.Keys.ToHashSet(), truth.Keys.ToHashSet());
        foreach (var (key, share) in truth)
        {
            if (listed.TryGetValue(key, out var found))
                Assert.Equal((share, default), (found.Known, found.Missing));
            else
                Assert.Equal(list.Missing, Traffic.Max(list.Missing, share.All));
        }
    }
}
