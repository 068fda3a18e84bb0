using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;

namespace FlowLog.Tests.Chunks.Encodings;

public class IntegerStreamTests
{
    [Theory]
    [InlineData("equal", "Constant")]
    [InlineData("runs", "RunLength")]
    [InlineData("ascending", "Blocks")]
    [InlineData("noise", "Blocks")]
    [InlineData("few", "Dictionary")]
    public void EachShape_IsWrittenInItsEncoding(string shape, string encoding) =>
        Assert.Equal(Enum.Parse<ColumnEncoding>(encoding), (ColumnEncoding)Written(Shape(shape, 5_000))[0]);

    [Theory]
    [InlineData("equal", 3)]
    [InlineData("runs", 600)]
    [InlineData("ascending", 5_000)]
    [InlineData("noise", 40_200)]
    [InlineData("few", 2_200)]
    [InlineData("skewed", 5_000)]
    public void EachShape_IsShort(string shape, int most) => Assert.InRange(Written(Shape(shape, 5_000)).Length, 1, most);

    [Fact]
    public void AnyNumbersOfEitherSign_ComeBack()
    {
        var random = new Random(4);
        for (var round = 0; round < 400; round++)
        {
            var values = SomeRows.Numbers(random, random.Next(1, 1_200));
            if (round % 3 == 0)
                values[random.Next(values.Length)] = random.Next(2) == 0 ? long.MinValue : -1;

            Assert.Equal(values, Read(Written(values), values.Length));
        }
    }

    [Theory]
    [InlineData(Nesting.Codes, 4)]
    [InlineData(Nesting.Part, 4)]
    [InlineData(Nesting.Part, 2)]
    public void WhatMayNotNest_IsRefused(object nesting, byte encoding)
    {
        byte[] bytes = [encoding, 1, 1, 0, 1, 0];

        Assert.Throws<ChunkFormatException>(() =>
        {
            var reader = new ByteReader(1, bytes) { Memory = bytes };
            IntegerStream.Read(ref reader, new long[1], (Nesting)nesting);
        });
    }

    private static long[] Shape(string shape, int count)
    {
        var random = new Random(2);
        return shape switch
        {
            "equal" => [.. Enumerable.Repeat(7L, count)],
            "runs" => [.. Enumerable.Range(0, count).Select(row => (row / 50) * 1_000_003L % 65_536)],
            "ascending" => [.. Enumerable.Range(0, count).Select(row => (row * 1_000L) + random.Next(64))],
            "noise" => [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(long.MaxValue))],
            "few" => [.. Enumerable.Range(0, count).Select(_ => (long)(1 << random.Next(8)) << 30)],
            _ => [.. Enumerable.Range(0, count).Select(_ => random.Next(50) == 0 ? random.NextInt64(1L << 40) : random.Next(16))],
        };
    }

    private static byte[] Written(long[] values)
    {
        var writer = new ByteWriter();
        IntegerStream.Write(writer, values);
        return writer.ToArray();
    }

    private static long[] Read(byte[] bytes, int count)
    {
        var values = new long[count];
        var reader = new ByteReader(1, bytes) { Memory = bytes };
        IntegerStream.Read(ref reader, values);
        reader.End();
        return values;
    }
}
