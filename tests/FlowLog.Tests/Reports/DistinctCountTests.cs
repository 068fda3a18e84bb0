using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLog.Tests.Reports;

public sealed class DistinctCountTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    public void Few_AreCountedExactly(int values)
    {
        var count = Of(0, values, 3);

        Assert.True(count.IsExact);
        Assert.Equal(values, count.Estimate());
    }

    /// <summary>Four standard errors: of seeds that are fixed none is further off, and by chance one of 16,000 would be.</summary>
    [Theory]
    [InlineData(129)]
    [InlineData(1_000)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    [InlineData(300_000)]
    public void Many_AreEstimatedWithinTheirError(int values)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var estimate = Of(seed * 1_000_000, values, 1).Estimate();

            Assert.InRange(estimate, values * (1 - (4 * DistinctCount.StandardError)), values * (1 + (4 * DistinctCount.StandardError)));
        }
    }

    [Fact]
    public void Merged_InAnyOrderAndStored_IsTheCountOfTheUnion()
    {
        var random = new Random(5);
        for (var round = 0; round < 100; round++)
        {
            var parts = Enumerable.Range(0, 6).Select(_ => (From: random.Next(2000), Count: random.Next(random.Next(2) == 0 ? 60 : 3000))).ToList();
            var whole = new DistinctCount();
            foreach (var (from, count) in parts)
                Add(whole, from, count);

            var merged = new DistinctCount();
            foreach (var (from, count) in parts.OrderBy(_ => random.Next()))
                merged.Merge(Copied(Of(from, count, 1)));

            Assert.Equal(Bytes(whole), Bytes(merged));
            Assert.Equal(whole.Estimate(), merged.Estimate());
        }
    }

    [Fact]
    public void Bytes_AreFew()
    {
        Assert.InRange(Bytes(Of(0, 10, 1)).Length, 1, 80);
        Assert.InRange(Bytes(Of(0, 200, 1)).Length, 1, 600);
        Assert.InRange(Bytes(Of(0, 100_000, 1)).Length, 1, 1600);
    }

    private static DistinctCount Of(int from, int values, int times)
    {
        var count = new DistinctCount();
        for (var time = 0; time < times; time++)
            Add(count, from, values);
        return count;
    }

    private static void Add(DistinctCount count, int from, int values)
    {
        for (var value = 0; value < values; value++)
            count.Add(KeyHash.Of(IpAddress.V4((uint)(from + value))));
    }

    private static DistinctCount Copied(DistinctCount count)
    {
        var reader = new ByteReader(0, Bytes(count));
        var copy = DistinctCount.Read(ref reader);
        reader.End();
        return copy;
    }

    private static byte[] Bytes(DistinctCount count)
    {
        var writer = new ByteWriter();
        count.Write(writer);
        return writer.ToArray();
    }
}
