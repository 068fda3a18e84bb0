using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>Records that have few different values, so that searches find some.</summary>
internal static class SomeRecords
{
    private static readonly string[] Addresses = ["10.0.0.1", "10.0.0.12", "10.0.3.7", "10.10.0.1", "192.0.2.80", "2001:db8::1", "2001:db8:5::12", "fe80::10", "::ffff:10.0.0.1"];
    private static readonly string[] Rules = ["sgr-1", "sgr-12", "SGR-2", "default drop", "", "-"];
    private static readonly ushort[] Ports = [0, 22, 53, 80, 443, 4_430, 44_300, 65_535];
    private static readonly byte[] Protocols = [1, 6, 17, 58, 99];

    public static IReadOnlyList<FlowRecord> Of(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => One(random))];

    private static FlowRecord One(Random random)
    {
        var source = IpAddress.Parse(Pick(random, Addresses));
        var start = 1_767_225_600 + random.Next(300);
        return new()
        {
            AccountId = Pick(random, ["1", "1234567890123456"]),
            Region = Pick(random, ["cn-hangzhou", "eu-central-1"]),
            EniId = $"eni-{random.Next(12)}",
            VmId = Pick(random, ["i-1", "-", ""]),
            Flow = new(source, IpAddress.Parse(Pick(random, Addresses)), Pick(random, Ports), Pick(random, Ports), Pick(random, Protocols)),
            Direction = (Direction)random.Next(3),
            Action = (FlowAction)random.Next(3),
            Packets = random.Next(5),
            Bytes = random.Next(10) == 0 ? random.NextInt64(long.MaxValue) : random.Next(3_000),
            Start = start,
            End = start + random.Next(60),
            TcpFlags = (byte)random.Next(256),
            Status = (LogStatus)Math.Max(0, random.Next(6) - 3),
            TrafficPath = (byte)random.Next(3),
            RuleId = Pick(random, Rules),
            RuleVersion = random.Next(3),
            SkipReason = Pick(random, ["", "buffer full"]),
            Icmp = Pick(random, ["", "8/0", "3/1"]),
        };
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> some) => some[random.Next(some.Count)];
}
