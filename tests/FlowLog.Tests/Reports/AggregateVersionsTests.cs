using System.Buffers.Binary;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLog.Tests.Reports;

/// <summary>Aggregates that were stored by earlier versions are read, and today's are stored as they always will be.</summary>
public sealed class AggregateVersionsTests
{
    private static readonly IReadOnlyList<FlowRecord> Records =
    [
        .. SomeFlows.Random(seed: 5, count: 700),
        new() { EniId = "eni-9", Start = 1_700_000_060, Packets = 40, Bytes = 4000, SamplingRate = 4, BytesError = 30, Action = FlowAction.Accept },
    ];

    [Fact]
    public void Version1_IsReadForWhatItKnows()
    {
        var today = Aggregate.Of(FlowColumns.Of(Records));

        var old = AggregateCodec.Decode(Golden("aggregate-v1.bin"));

        Assert.True(old.IsOld);
        Assert.Equal(today.Series.OrderBy(point => point.Key), old.Series.OrderBy(point => point.Key));
        Assert.Equal(today.Variances, old.Variances);
        Assert.Equal(AllAndRejected(today.Sources), AllAndRejected(old.Sources));
        Assert.Equal(AllAndRejected(today.Destinations), AllAndRejected(old.Destinations));
        Assert.Equal(AllAndRejected(today.DestinationPorts), AllAndRejected(old.DestinationPorts));
        Assert.Equal(AllAndRejected(today.Enis), AllAndRejected(old.Enis));
        Assert.Equal(0, old.Rules.Count);
    }

    [Fact]
    public void Version2_IsTheSameBytesForEver()
    {
        var today = Aggregate.Of(FlowColumns.Of([.. Records.Select((record, i) => record with { VmId = $"i-{i % 3}", VpcId = $"vpc-{i % 2}", RuleId = $"sgr-{i % 7}" })]));

        var golden = Golden("aggregate-v2.bin");

        Assert.False(AggregateCodec.Decode(golden).IsOld);
        Assert.Equal(Enum.GetValues<AggregatePart>(), golden.Select(part => part.Key));
        Assert.All(golden, part => Assert.Equal(part.Value.ToArray(), AggregateCodec.Encode(today, part.Key)));
        Assert.All(golden, part => Assert.Equal(part.Value.ToArray(), AggregateCodec.Encode(AggregateCodec.Decode(golden), part.Key)));
    }

    private static List<(string Key, Traffic All, Traffic Rejected, Traffic Missing)> AllAndRejected<TKey>(TopList<TKey> list)
        where TKey : struct, IComparable<TKey> =>
        [.. list.All().OrderBy(listed => listed.Key).Select(listed => (listed.Key.ToString()!, listed.Known.All, listed.Known.Rejected, listed.Missing))];

    /// <summary>A file of parts: number, length in four bytes, bytes.</summary>
    private static List<KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>> Golden(string name)
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("tests", "FlowLog.Tests", "Golden", name)).AsMemory();
        var parts = new List<KeyValuePair<AggregatePart, ReadOnlyMemory<byte>>>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[(at + 1)..]);
            parts.Add(new((AggregatePart)bytes.Span[at], bytes.Slice(at + 5, length)));
            at += 5 + length;
        }

        return parts;
    }
}
