using FlowLog.Flows;

namespace FlowLog.Sql.Tests.Support;

/// <summary>Records whose values are drawn by lot, some without traffic; the same seed gives the same records.</summary>
internal static class SomeRecords
{
    public const long Start = 1_767_225_600;

    private static readonly string[] Enis = ["eni-a", "eni-b", "eni-ç", ""];
    private static readonly string[] Rules = ["sgr-1", "sgr-2", "default", ""];
    private static readonly int[] Ports = [0, 22, 53, 80, 443, 443, 443, 8080, 50_000];

    public static IReadOnlyList<FlowRecord> Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Of(random))];
    }

    private static FlowRecord Of(Random random)
    {
        var start = Start + random.Next(3_600);
        var status = random.Next(10) switch
        {
            0 => LogStatus.NoData,
            1 => LogStatus.SkipData,
            _ => LogStatus.Ok,
        };
        var record = new FlowRecord { AccountId = "1234", Region = "cn-hangzhou", EniId = Pick(random, Enis), VmId = random.Next(3) switch { 0 => "i-1", 1 => "-", _ => "" }, Start = start, End = start + random.Next(60), Status = status };
        if (status == LogStatus.SkipData)
            return record with { SkipReason = "overload" };
        return status == LogStatus.NoData ? record : WithTraffic(random, record);
    }

    private static FlowRecord WithTraffic(Random random, FlowRecord record) => record with
    {
        Flow = new(Address(random), Address(random), (ushort)Pick(random, Ports), (ushort)Pick(random, Ports), (byte)(random.Next(3) switch { 0 => 17, 1 => 1, _ => 6 })),
        Direction = (Direction)random.Next(3),
        Action = (FlowAction)random.Next(3),
        Packets = random.Next(50),
        Bytes = random.Next(5) == 0 ? random.NextInt64(long.MaxValue) : random.Next(5_000),
        TcpFlags = (byte)random.Next(64),
        RuleId = Pick(random, Rules),
        RuleVersion = random.Next(3),
        Icmp = random.Next(3) == 0 ? "8/0" : "",
    };

    private static IpAddress Address(Random random) => random.Next(4) == 0
        ? IpAddress.Parse($"2001:db8::{random.Next(6):x}")
        : IpAddress.Parse($"10.0.{random.Next(3)}.{random.Next(5)}");

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
