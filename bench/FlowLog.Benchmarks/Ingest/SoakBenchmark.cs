using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>
/// Ingest at a steady rate for a long time, and its memory meanwhile. Azurite holds what it stores in memory, so records go to another
/// Logstore each half minute, and the one before is dropped.
/// </summary>
internal static class SoakBenchmark
{
    private const int FlowsPerMinute = 1_000;
    private const double MiB = 1024 * 1024;

    /// <summary>Growth over the second half of the run, as a share of what is used, that counts as flat.</summary>
    private const double FlatShare = 0.1;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        var batches = new GeneratedTraffic(FlowsPerMinute).Batches(command.Records, "fl-bp1bench0000000000");
        await using var service = await IngestService.StartAsync(cancellation);
        var ingest = new PacedIngest(service, batches);
        var samples = new List<(double Hours, double ResidentMiB, double ManagedMiB)>();
        output.WriteLine("minute  records/s  p99 ms  resident MiB  managed MiB");
        for (var slice = 0; slice < command.Minutes * 2; slice++)
        {
            var (flowLogId, logstoreId) = await service.AddFlowLogAsync(slice, cancellation);
            var run = await ingest.RunAsync(flowLogId, command.Rate, Slice, cancellation);
            await DropAsync(service, logstoreId, batches, cancellation);
            var (resident, managed) = (Environment.WorkingSet / MiB, GC.GetTotalMemory(forceFullCollection: true) / MiB);
            samples.Add((slice * Slice.TotalHours, resident, managed));
            output.WriteLine(FormattableString.Invariant($"{(slice + 1) * Slice.TotalMinutes,6:F1} {run.RecordsPerSecond,10:N0} {run.Milliseconds(0.99),7:N0} {resident,13:N1} {managed,12:N1}"));
        }

        Judge("resident memory", [.. samples.Select(sample => (sample.Hours, sample.ResidentMiB))], output);
        Judge("managed memory", [.. samples.Select(sample => (sample.Hours, sample.ManagedMiB))], output);
    }

    private static async Task DropAsync(IngestService service, string logstoreId, IReadOnlyList<Batch> batches, CancellationToken cancellation)
    {
        var starts = ChunkDecoder.Decode(batches[0].Chunk, [FlowFields.Start]).Numbers(FlowFields.Start).ToArray();
        await service.Tables.DropAsync(logstoreId, starts[0], cancellation);
    }

    /// <summary>The slope over the second half, when what is kept for good has been allocated.</summary>
    private static void Judge(string what, IReadOnlyList<(double Hours, double MiB)> samples, TextWriter output)
    {
        var half = samples.Skip(samples.Count / 2).ToList();
        var (hours, used) = (half.Average(sample => sample.Hours), half.Average(sample => sample.MiB));
        var spread = half.Sum(sample => Math.Pow(sample.Hours - hours, 2));
        var slope = spread == 0 ? 0 : half.Sum(sample => (sample.Hours - hours) * (sample.MiB - used)) / spread;
        var growth = slope * (half[^1].Hours - half[0].Hours);
        var isFlat = growth < used * FlatShare;
        output.WriteLine(FormattableString.Invariant($"{what}: {used:N1} MiB, {slope:+0.0;-0.0} MiB an hour over the second half: {(isFlat ? "flat" : "NOT flat")}"));
    }
}
