using FlowLog.Benchmarks.Chunks;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Benchmarks.Scan;

/// <summary>Filters over merged chunks in memory: count of what matches and the sum of its bytes.</summary>
internal static class ScanBenchmark
{
    private const int Records = 6_000_000;
    private const int Rows = 100_000;
    private const long Https = 443;

    private static readonly FlowPredicate ToHttps =
        FlowPredicate.And(FlowPredicate.Equal(FlowFields.Protocol, 6), FlowPredicate.Equal(FlowFields.DestinationPort, Https));

    private static readonly FlowPredicate FiveMinutes =
        FlowPredicate.Between(FlowFields.Start, InventedFlows.Hour + 1_200, InventedFlows.Hour + 1_499);

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        var chunks = new InventedFlows(Records).Merged(Rows).Select(ChunkEncoder.Encode).ToList();
        var records = chunks.Sum(chunk => (long)chunk.Rows);
        var sources = chunks.Select(chunk => ChunkSource.Of(chunk, ChunkStatistics.Of(chunk))).ToList();
        output.WriteLine(FormattableString.Invariant($"{records:N0} invented records in {chunks.Count} chunks in memory; checksums are checked and columns opened anew each time."));
        output.WriteLine();
        var rates = new Table(["records/s", .. Figures.Heads, "matches"]);
        foreach (var (name, predicate) in Predicates(chunks[0]))
        {
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                var matches = (await RunAsync(sources, predicate, threads, cancellation)).Matches;
                var rate = await Repeat.RateAsync(command.Time, records, () => RunAsync(sources, predicate, threads, cancellation), cancellation);
                rates.Add([FormattableString.Invariant($"{name}, {threads} threads"), .. rate.Cells, Figures.Text(matches)]);
            }
        }

        rates.Write(output);
    }

    private static IEnumerable<(string Name, FlowPredicate Predicate)> Predicates(Chunk chunk)
    {
        using var reader = new ChunkReader(chunk);
        var address = reader.Addresses[0];
        var from = FlowPredicate.Equal(FlowFields.Source, address);
        return
        [
            ("all", FlowPredicate.All),
            ("protocol=6 and dstport=443", ToHttps),
            ("the same in five minutes", FlowPredicate.And(ToHttps, FiveMinutes)),
            ("five minutes", FiveMinutes),
            ($"srcaddr={address}", from),
            ($"srcaddr={address} and dstport=443", FlowPredicate.And(from, FlowPredicate.Equal(FlowFields.DestinationPort, Https))),
            ("srcaddr in 10.0.0.0/8, not to it", FlowPredicate.And(Within(FlowFields.Source), new Not(Within(FlowFields.Destination)))),
            ("action=REJECT", FlowPredicate.Equal(FlowFields.Action, (long)FlowAction.Reject)),
            ("bytes>=1000000 or dstport<1024", FlowPredicate.Or(
                FlowPredicate.Between(FlowFields.Bytes, 1_000_000, long.MaxValue), FlowPredicate.Between(FlowFields.DestinationPort, 0, 1_023))),
        ];
    }

    private static FlowPredicate Within(FlowField field) => FlowPredicate.Within(field, Cidr.Parse("10.0.0.0/8"));

    private static async Task<ScanCounts> RunAsync(
        IReadOnlyList<ChunkSource> sources, FlowPredicate predicate, int threads, CancellationToken cancellation)
    {
        var scan = new FlowScan<Sum>(new(predicate, FlowFields.Bytes), threads);
        var (_, counts) = await scan.RunAsync(sources.ToAsyncEnumerable(), () => new Sum(), (sum, part) => sum.Add(part.Numbers(FlowFields.Bytes)), cancellation);
        return counts;
    }

    private sealed class Sum
    {
        public long Bytes { get; private set; }

        public void Add(ReadOnlySpan<long> numbers)
        {
            foreach (var number in numbers)
                Bytes += number;
        }
    }
}
