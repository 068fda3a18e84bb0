using FlowLog.Flows;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Flow records of an hour, for tests that count them.</summary>
internal static class SomeFlows
{
    private const int Seconds = 3600;

    /// <summary>Records at random times of the hour. Some say the same as others, in the same batch or another.</summary>
    public static IReadOnlyList<FlowRecord> Of(Random random, long hour, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? Twin(random, hour) : Single(random, hour))];

    private static FlowRecord Single(Random random, long hour)
    {
        var start = hour + random.Next(Seconds);
        return Twin(random, hour) with
        {
            Flow = new(
                IpAddress.V4(0x0A00_0100u + (uint)random.Next(20)), random.Next(5) == 0 ? new((UInt128)(ulong)random.NextInt64() << 64, true) : IpAddress.V4((uint)random.Next()),
                (ushort)random.Next(65_536), (ushort)random.Next(1024), 6),
            Packets = random.Next(1, 100),
            Bytes = random.Next(40, 1_000_000),
            Start = start,
            End = start + random.Next(60),
            RuleId = $"sgr-{random.Next(4)}",
            Icmp = random.Next(20) == 0 ? "8/0" : "",
        };
    }

    private static FlowRecord Twin(Random random, long hour) => new()
    {
        AccountId = "1000000000000001",
        Region = "cn-hangzhou",
        EniId = LogstoreSite.EniId,
        Flow = new(IpAddress.V4(1), IpAddress.V4(2), 3, 4, 17),
        Direction = Direction.In,
        Action = random.Next(2) == 0 ? FlowAction.Accept : FlowAction.Reject,
        Packets = 1,
        Bytes = 100,
        Start = hour + (random.Next(3) * 1000),
        End = hour + 3599,
    };
}
