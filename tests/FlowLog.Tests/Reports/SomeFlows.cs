using FlowLog.Flows;

namespace FlowLog.Tests.Reports;

/// <summary>Records whose values do not matter but for their variety.</summary>
internal static class SomeFlows
{
    public static IReadOnlyList<FlowRecord> Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    private static FlowRecord One(Random random) => new()
    {
        AccountId = "1000000000000001",
        EniId = $"eni-{random.Next(5)}",
        Flow = new(Address(random), Address(random), (ushort)random.Next(65536), (ushort)random.Next(100), (byte)(random.Next(3) * 6)),
        Direction = (Direction)random.Next(1, 3),
        Action = (FlowAction)random.Next(1, 3),
        Packets = random.Next(1, 1000),
        Bytes = random.NextInt64(40, 1L << random.Next(6, 40)),
        Start = 1_700_000_000 + random.Next(3600),
        End = 1_700_003_600,
    };

    private static IpAddress Address(Random random) => random.Next(5) == 0
        ? new(((UInt128)0xfd00 << 112) + (UInt128)random.Next(100), true)
        : IpAddress.V4(0x0A000000u + (uint)random.Next(300));
}
