using FlowLog.Chunks.Encodings;

namespace FlowLog.Tests.Chunks.Encodings;

public class BitPackingTests
{
    [Fact]
    public void NumbersOfEveryWidth_ComeBack()
    {
        var random = new Random(1);
        for (var width = 0; width <= 64; width++)
        {
            foreach (var count in (int[])[0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 64, 255, 256])
            {
                var mask = width == 0 ? 0 : ulong.MaxValue >> (64 - width);
                ulong[] values = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) & mask)];
                var packed = new byte[BitPacking.Size(count, width)];
                BitPacking.Pack(values, width, packed);
                var unpacked = new long[count];
                BitPacking.Unpack(packed, width, 17, unpacked);

                Assert.Equal(values.Select(value => unchecked((long)value + 17)), unpacked);
            }
        }
    }

    [Fact]
    public void TheLayout_IsLowestBitFirst()
    {
        var packed = new byte[BitPacking.Size(3, 5)];

        BitPacking.Pack([0b00001, 0b10110, 0b00111], 5, packed);

        Assert.Equal([0b110_00001, 0b0_00111_10], packed);
    }
}
