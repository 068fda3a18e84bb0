using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Packing;

/// <summary>
/// An hour of 512 ENIs in arrival order: protocols, service ports, packets, bytes and durations are those of the recorded flows of
/// samples/, jittered; addresses are Zipf-distributed, 4,096 local ones and 262,144 remote ones, an eighth of them IPv6.
/// </summary>
internal static class InventedRecords
{
    private const int Enis = 512;
    private const int Locals = 4096;
    private const int Remotes = 262_144;
    private const int FirstEphemeralPort = 32_768;
    private const int LeastClientPort = 10_000;
    private const long FirstSecond = 1_767_268_800;
    private const int Seconds = 3600;

    public static async Task WriteAsync(string file, int count, CancellationToken cancellation)
    {
        var shapes = await ShapesAsync(cancellation);
        var random = new Random(1);
        await using var output = new StreamWriter(file) { NewLine = "\n" };
        await output.WriteLineAsync(RecordsCsv.Head);
        for (var record = 0; record < count; record++)
        {
            var shape = shapes[random.Next(shapes.Count)];
            var local = Zipf(random, Locals, 1.05);
            var flow = Flow(random, shape.Flow, local, Zipf(random, Remotes, 0.85));
            var packets = shape.Packets > 3 ? Math.Max(1, (long)(shape.Packets * (0.6 + (0.8 * random.NextDouble())))) : shape.Packets;
            var bytes = packets == 1 ? shape.Bytes / shape.Packets : (long)((double)shape.Bytes / shape.Packets * packets * (0.9 + (0.2 * random.NextDouble())));
            var end = FirstSecond + ((long)record * Seconds / count) - random.Next(60);
            var start = end - (long)((shape.LastNanoseconds - shape.FirstNanoseconds) / 1e9 * (0.8 + (0.4 * random.NextDouble())));
            await output.WriteLineAsync(RecordsCsv.Line($"eni-{local % Enis}", flow, packets, bytes, start, end, random.NextDouble() < 0.14));
        }
    }

    private static async Task<List<FlowTotals>> ShapesAsync(CancellationToken cancellation)
    {
        var meter = new FlowMeter(new(60, false, false, FlowAggregator.DefaultMaxOpenFlows), seed: 1);
        foreach (var file in Directory.GetFiles(Repository.Path("samples", "traffic"), "*.pcap").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            await meter.ReadAsync(stream, 1, cancellation);
        }

        return [.. meter.Flows.Drain()];
    }

    private static FiveTuple Flow(Random random, in FiveTuple shape, int local, int remote)
    {
        var isWide = random.Next(8) == 0;
        var (own, other) = isWide
            ? (new IpAddress(((UInt128)0x2600_1F18 << 96) | (UInt128)local, true), new IpAddress(((UInt128)0x2A00 << 112) | ((UInt128)Mixed(remote) << 64) | 1, true))
            : (IpAddress.V4(0x0A000000 | ((Mixed(local) & 15) << 16) | (uint)local), IpAddress.V4(0x34000000 | (Mixed(remote) >> 6)));
        var (source, destination) = (Port(random, shape.SourcePort), Port(random, shape.DestinationPort));
        return random.Next(2) == 0 ? new(own, other, source, destination, shape.Protocol) : new(other, own, source, destination, shape.Protocol);
    }

    private static ushort Port(Random random, ushort port) => port < LeastClientPort ? port : (ushort)random.Next(FirstEphemeralPort, 61_000);

    /// <summary>The inverse of the distribution's integral, close enough.</summary>
    private static int Zipf(Random random, int count, double exponent)
    {
        var rest = 1 - exponent;
        var place = Math.Pow((random.NextDouble() * (Math.Pow(count + 1, rest) - 1)) + 1, 1 / rest);
        return Math.Clamp((int)place - 1, 0, count - 1);
    }

    private static uint Mixed(int number)
    {
        var mixed = (uint)number * 0x7FEB352D;
        mixed ^= mixed >> 15;
        mixed *= 0x846CA68B;
        return mixed ^ (mixed >> 16);
    }
}
