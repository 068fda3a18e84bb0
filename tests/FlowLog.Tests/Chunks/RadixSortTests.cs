using FlowLog.Chunks;

namespace FlowLog.Tests.Chunks;

public class RadixSortTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 64)]
    [InlineData(1_000, 3)]
    [InlineData(1_000, 17)]
    [InlineData(3_000, 64)]
    public void Keys_AscendAndEqualOnesKeepTheirOrder(int count, int bits)
    {
        var random = new Random(count + bits);
        Keyed[] items = [.. Enumerable.Range(0, count).Select(row => new Keyed((ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits), row))];
        var expected = items.OrderBy(item => item.Key).ThenBy(item => item.Row).ToArray();

        RadixSort.Sort(items, new Keyed[count]);

        Assert.Equal(expected, items);
    }
}
