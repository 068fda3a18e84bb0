using FlowLog.Flows;

namespace FlowLog.Benchmarks.Chunks;

/// <summary>One record of <see cref="InventedFlows"/>.</summary>
internal readonly record struct InventedFlow(
    int Eni, IpAddress Source, IpAddress Destination, int SourcePort, int DestinationPort, byte Protocol,
    long Packets, long Bytes, long Start, long End, Direction Direction, FlowAction Action)
{
    private const double IPv6Share = 0.12;
    private const double RejectShare = 0.14;
    private static readonly double AllWeights = FlowShape.All.Sum(shape => shape.Weight);

    public static InventedFlow Of(Random random, int eni, int localRank, uint remoteRank)
    {
        var shape = Shape(random);
        var isIPv6 = random.NextDouble() < IPv6Share;
        var (local, remote) = (Local(localRank, isIPv6), Remote(remoteRank, isIPv6));
        var rejected = random.NextDouble() < RejectShare;
        var packets = rejected ? 1 + random.Next(3) : Math.Max(1, (long)(shape.Packets * Math.Exp(Normal(random) * Math.Log(shape.Spread) / 1.28)));
        var bytes = Math.Max(28 * packets, (long)(packets * shape.BytesPerPacket * (0.9 + (0.2 * random.NextDouble()))));
        var start = InventedFlows.Hour + random.Next(3_600);
        var end = start + Math.Min(60, packets == 1 ? 0 : (long)(packets * random.NextDouble()));

        // A record of what comes to the service or of what goes from it; the service is on either side.
        var (outgoing, fromService) = (random.Next(2) == 0, random.Next(2) == 0);
        var ephemeral = shape.Port == 0 ? 0 : random.Next(32_768, 61_000);
        return new(
            eni, outgoing ? local : remote, outgoing ? remote : local, fromService ? shape.Port : ephemeral, fromService ? ephemeral : shape.Port,
            shape.Protocol, packets, bytes, start, end, outgoing ? Direction.Out : Direction.In, rejected ? FlowAction.Reject : FlowAction.Accept);
    }

    private static FlowShape Shape(Random random)
    {
        var left = random.NextDouble() * AllWeights;
        return FlowShape.All.FirstOrDefault(shape => (left -= shape.Weight) < 0, FlowShape.All[0]);
    }

    private static IpAddress Local(int rank, bool isIPv6) => isIPv6
        ? new(new UInt128(0x2600_1F18_0000_0000 | ((ulong)rank & 15), (ulong)rank), true)
        : IpAddress.V4(0x0A00_0000 | (Scattered((uint)rank) & 0xF_0000) | (uint)rank);

    private static IpAddress Remote(uint rank, bool isIPv6)
    {
        var scattered = Scattered(rank + 77);
        return isIPv6
            ? new(new UInt128(0x2A00_0000_0000_0000 | ((ulong)(scattered & 0xFF_FFFF) << 32), ((ulong)rank << 16) | 1), true)
            : IpAddress.V4((scattered >> 24) is >= 11 and < 224 and not 127 ? scattered : 0x3400_0000 | (scattered & 0xFF_FFFF));
    }

    /// <summary>Ranks next to each other, far apart: a bijection of 32 bits.</summary>
    private static uint Scattered(uint rank)
    {
        rank = (rank ^ (rank >> 15)) * 0x2C1B_3C6D;
        rank = (rank ^ (rank >> 12)) * 0x297A_2D39;
        return rank ^ (rank >> 15);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
