using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

/// <summary>Rows whose values do not matter but for their variety; the same seed gives the same rows.</summary>
internal static class SomeRows
{
    /// <summary>Every column, each of a shape drawn by lot: constant, sorted, few values, small, large, anything up to 2^63-1.</summary>
    public static FlowColumns OfAnyShape(int seed, int rows)
    {
        var random = new Random(seed);
        var columns = new FlowColumns(rows);
        foreach (var field in FlowFields.All)
        {
            switch (field.Kind)
            {
                case FieldKind.Text:
                    columns.Set(field, Texts(random, rows));
                    break;
                case FieldKind.Address:
                    columns.Set(field, Addresses(random, rows));
                    break;
                default:
                    columns.Set(field, Numbers(random, rows));
                    break;
            }
        }

        return columns;
    }

    /// <summary>Flows as they are seen at a server: few services, many clients, small and large transfers.</summary>
    public static FlowColumns OfAServer(int seed, int rows)
    {
        var random = new Random(seed);
        return FlowColumns.Of([.. Enumerable.Range(0, rows).Select(_ => OfAServer(random))]);
    }

    public static long[] Numbers(Random random, int rows)
    {
        var shape = random.Next(8);
        var numbers = new long[rows];
        var few = Enumerable.Range(0, random.Next(1, 50)).Select(_ => random.NextInt64(long.MaxValue)).ToArray();
        for (var row = 0; row < rows; row++)
        {
            numbers[row] = shape switch
            {
                0 => few[0],
                1 => (long)row * few.Length,
                2 => few[random.Next(few.Length)],
                3 => random.Next(256),
                4 => random.Next(100) == 0 ? random.NextInt64(long.MaxValue) : random.Next(40),
                5 => row / 40,
                6 => random.Next(2) == 0 ? 0 : long.MaxValue,
                _ => random.NextInt64(long.MaxValue),
            };
        }

        return numbers;
    }

    private static TextColumn Texts(Random random, int rows)
    {
        string[] texts = ["", "eni-0123456789abcdefg", "ü", "-", "漢字", "\U0001F600", new('x', 1024), "a", "A"];
        var column = new TextColumn(rows);
        var few = random.Next(1, texts.Length + 1);
        for (var row = 0; row < rows; row++)
            column.Add(texts[random.Next(few)]);
        return column;
    }

    private static IpAddress[] Addresses(Random random, int rows)
    {
        var sixth = random.Next(4);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) < sixth ? IPv6(random) : IpAddress.V4((uint)random.NextInt64(1L << random.Next(33))))];
    }

    private static IpAddress IPv6(Random random) => random.Next(3) switch
    {
        0 => new(UInt128.MaxValue - (UInt128)random.Next(3), true),
        1 => new((UInt128)random.Next(100), true),
        _ => new(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()), true),
    };

    private static FlowRecord OfAServer(Random random)
    {
        var incoming = random.Next(2) == 0;
        var flow = new FiveTuple(
            IpAddress.V4(0xCB007100 + (uint)random.Next(1 << 20)), IpAddress.V4(0x0A000005),
            (ushort)random.Next(32768, 61000), (ushort)(random.Next(3) == 0 ? 80 : 443), 6);
        var packets = 1 + (long)Math.Exp(random.NextDouble() * 8);
        var start = 1_767_225_600 + random.Next(60);
        return new()
        {
            AccountId = "1234567890123456",
            Region = "cn-hangzhou",
            EniId = "eni-bp1234567890abcde",
            Flow = incoming ? flow : flow.Reversed,
            Direction = incoming ? Direction.In : Direction.Out,
            Action = FlowAction.Accept,
            Packets = packets,
            Bytes = packets * random.Next(40, 1500),
            Start = start,
            End = start + random.Next(30),
            TcpFlags = (byte)(random.Next(5) == 0 ? 27 : 24),
        };
    }
}
