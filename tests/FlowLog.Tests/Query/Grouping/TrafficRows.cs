using FlowLog.Flows;

namespace FlowLog.Tests.Query.Grouping;

/// <summary>Records as capture makes them: traffic of both families, with and without a verdict, and windows without traffic.</summary>
internal static class TrafficRows
{
    private const long Hour = 1_767_268_800;

    public static List<FlowRecord> Of(int seed, int rows)
    {
        var random = new Random(seed);
        var addresses = random.Next(2, 300);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(12) == 0 ? Quiet(random) : Traffic(random, addresses))];
    }

    private static FlowRecord Traffic(Random random, int addresses) => Quiet(random) with
    {
        Flow = new(Address(random, addresses), Address(random, addresses), Port(random), Port(random), (byte)(random.Next(4) == 0 ? random.Next(256) : 6)),
        Direction = (Direction)random.Next(3),
        Action = (FlowAction)random.Next(3),
        Packets = random.Next(1, 50),
        Bytes = random.Next(5) == 0 ? random.NextInt64(1L << 40) : random.Next(40, 3000),
        TcpFlags = (byte)random.Next(64),
        Status = LogStatus.Ok,
        TrafficPath = (byte)random.Next(16),
        RuleId = random.Next(3) == 0 ? "" : $"rule-{random.Next(5)}",
        SkipReason = "",
        Icmp = random.Next(4) == 0 ? "8/0" : "",
    };

    private static FlowRecord Quiet(Random random) => new()
    {
        AccountId = "100",
        EniId = $"eni-{random.Next(6)}",
        VmId = random.Next(2) == 0 ? random.Next(2) == 0 ? "" : "-" : $"i-{random.Next(3)}",
        Start = Hour + random.Next(7200),
        End = Hour + random.Next(7200, 7300),
        Status = (LogStatus)random.Next(1, 3),
        SkipReason = random.Next(2) == 0 ? "" : "CaptureGap",
    };

    private static IpAddress Address(Random random, int addresses)
    {
        var number = random.Next(addresses);
        return number % 5 == 0 ? new(((UInt128)0x2001_0DB8 << 96) | (UInt128)number, true) : IpAddress.V4(0x0A000000 + (uint)number);
    }

    private static ushort Port(Random random) => (ushort)(random.Next(2) == 0 ? 443 : random.Next(65536));
}
