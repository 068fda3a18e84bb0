using FlowLog.Chunks;

namespace FlowLog.Tests.Chunks;

public class PackedSortTests
{
    [Theory]
    [InlineData(0, 64, 0)]
    [InlineData(1, 64, 10)]
    [InlineData(1_000, 3, 10)]
    [InlineData(1_000, 17, 12)]
    [InlineData(3_000, 64, 12)]
    [InlineData(3_000, 64, 53)]
    public void Keys_AscendAndEqualOnesKeepTheirOrder(int count, int bits, int keyBit)
    {
        var random = new Random(count + bits);
        ulong[] items = [.. Enumerable.Range(0, count).Select(row =>
            ((ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits) << keyBit) | ((ulong)row & ((1UL << keyBit) - 1)))];
        var expected = items.OrderBy(item => item >> keyBit).ToArray();

        PackedSort.Sort(items, new ulong[count], keyBit);

        Assert.Equal(expected, items);
    }
}
