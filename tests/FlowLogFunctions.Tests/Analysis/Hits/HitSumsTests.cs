using FlowLogFunctions.Analysis.Hits;

namespace FlowLogFunctions.Tests.Analysis.Hits;

public sealed class HitSumsTests
{
    private const long Hour = 3_600;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RecordsInSeveralLogstores_CountOnce(int seed)
    {
        var random = new Random(seed);
        var records = Enumerable.Range(0, 500).Select(_ => Record(random)).ToList();
        var sums = new HitSums();

        // Each hour of an ENI lies whole in one of them; the others have what their flow logs asked for.
        var whole = records.GroupBy(Place).ToDictionary(place => place.Key, _ => random.Next(3));
        foreach (var logstore in Enumerable.Range(0, 3))
            sums.Add(Rows(records.Where(record => whole[Place(record)] == logstore || random.Next(2) == 0)));

        Assert.Equal(
            records.GroupBy(record => (record.Rule, record.Version)).ToDictionary(rule => rule.Key, Sum),
            sums.Total().ToDictionary(total => (total.Key.RuleId, total.Key.Version), total => total.Value));
    }

    [Fact]
    public void Nothing_IsNothing()
    {
        var sums = new HitSums();
        sums.Add([]);

        Assert.Empty(sums.Total());
        Assert.Equal(new RuleHit("sgr-1", 2, 0, 0, 0), HitSum.None.Of("sgr-1", 2));
        Assert.Equal(new RuleHit("default-ingress-drop", null, 0, 0, 0), HitSum.None.Of("default-ingress-drop", 0));
    }

    [Fact]
    public void SumBeyondWholeNumbers_IsNoOtherNumber()
    {
        var sums = new HitSums();
        sums.Add([["sgr-1", 1L, "eni-1", 0L, 1L, 1L, long.MaxValue, 0L, 0L], ["sgr-1", 1L, "eni-2", 0L, 1L, 1L, 1L, 0L, 0L]]);

        Assert.Throws<OverflowException>(() => sums.Total());
    }

    private static (string Rule, int Version, string Eni, long Start, long Packets, long Bytes) Record(Random random) =>
        ($"sgr-{random.Next(3)}", random.Next(1, 3), $"eni-{random.Next(2)}", random.NextInt64(3 * Hour), random.Next(1, 9), random.Next(1, 9_000));

    private static (string Rule, int Version, string Eni, long Hour) Place((string Rule, int Version, string Eni, long Start, long Packets, long Bytes) record) =>
        (record.Rule, record.Version, record.Eni, record.Start / Hour * Hour);

    private static List<object?[]> Rows(IEnumerable<(string Rule, int Version, string Eni, long Start, long Packets, long Bytes)> records) =>
    [
        .. records.GroupBy(Place).Select(place => (place.Key, Sum: Sum(place)))
            .Select(place => new object?[] { place.Key.Rule, (long)place.Key.Version, place.Key.Eni, place.Key.Hour, place.Sum.Records, place.Sum.Packets, place.Sum.Bytes, place.Sum.First, place.Sum.Last }),
    ];

    private static HitSum Sum(IEnumerable<(string Rule, int Version, string Eni, long Start, long Packets, long Bytes)> records) =>
        records.Aggregate(HitSum.None, (sum, record) => sum + new HitSum(1, record.Packets, record.Bytes, record.Start, record.Start + 5));
}
