using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;

namespace FlowLog.Tests.Chunks.Encodings;

/// <summary>Streams that stay encoded say the same as the numbers that were written, whichever way they are asked.</summary>
public class EncodedIntegersTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyBlocks_AreReadWithoutThoseBefore(int seed)
    {
        var random = new Random(seed);
        var (values, integers) = Stream(random);
        for (var round = 0; round < 20; round++)
        {
            var start = random.Next((values.Length / Blocks.Length) + 1) * Blocks.Length;
            var left = values.Length - start;
            var count = random.Next(2) == 0 ? left : random.Next((left / Blocks.Length) + 1) * Blocks.Length;
            var read = new long[count];
            if (count > 0)
                integers.Read(start, read);

            Assert.Equal(values[start..(start + count)], read);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SomeRows_ArePicked(int seed)
    {
        var random = new Random(seed);
        var (values, integers) = Stream(random);
        for (var round = 0; round < 20; round++)
        {
            var start = random.Next((values.Length / Blocks.Length) + 1) * Blocks.Length;
            var one = random.Next(1, 300);
            int[] rows = [.. Enumerable.Range(0, values.Length - start).Where(_ => random.Next(one) == 0)];
            var picked = new long[rows.Length];
            integers.Pick(start, rows, picked);

            Assert.Equal(rows.Select(row => values[start + row]), picked);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ATest_ClearsTheBitsOfWhatDoesNotPass(int seed)
    {
        var random = new Random(seed);
        var (values, integers) = Stream(random);
        for (var round = 0; round < 20; round++)
        {
            var test = Test(random, values);
            var bits = new ulong[Bitmap.Words(values.Length)];
            Bitmap.Fill(bits, values.Length);
            var hole = random.Next(values.Length);
            Bitmap.Clear(bits, hole / 2, hole);

            integers.Narrow(test, 0, bits);

            var expected = Enumerable.Range(0, values.Length).Where(row => (row < hole / 2 || row >= hole) && test.Passes(values[row]));
            var places = new int[values.Length];
            Assert.Equal(expected, places[..Bitmap.Places(bits, places)]);
        }
    }

    private static (long[] Values, EncodedIntegers Integers) Stream(Random random)
    {
        var values = SomeRows.Numbers(random, random.Next(1, 3_000));
        if (random.Next(3) == 0)
            values[random.Next(values.Length)] = -random.NextInt64(long.MaxValue);
        var writer = new ByteWriter();
        IntegerStream.Write(writer, values);
        var bytes = writer.ToArray();
        var reader = new ByteReader(1, bytes) { Memory = bytes };
        var integers = IntegerStream.Open(ref reader, values.Length);
        reader.End();
        return (values, integers);
    }

    private static IntegerTest Test(Random random, long[] values)
    {
        if (random.Next(5) == 0)
            return new IntegerMask(random.NextInt64() >> random.Next(63), random.Next(2) == 0, random.Next(2) == 0);
        var ranges = Enumerable.Range(0, random.Next(random.Next(2) == 0 ? 3 : 20)).Select(_ => Range(random, values[random.Next(values.Length)]));
        var test = IntegerRanges.Of(ranges);
        return random.Next(2) == 0 ? test : test.Complement();
    }

    private static ColumnRange Range(Random random, long value) => random.Next(4) switch
    {
        0 => new(value, value),
        1 => new(value, long.MaxValue),
        2 => new(long.MinValue, value),
        _ => new(value, value > long.MaxValue - 100 ? value : value + random.Next(100)),
    };
}
