using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Reports;
using FlowLogFunctions.FlowLogs;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>From queue message to committed chunk.</summary>
internal static class IngestBenchmark
{
    private const int FlowsPerMinute = 1_000;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        var batches = new GeneratedTraffic(FlowsPerMinute).Batches(command.Records, "fl-bp1bench0000000000");
        byte[][] messages = [.. batches.Select(BatchMessage.Encode)];
        var records = batches.Sum(batch => batch.Chunk.Rows);
        output.WriteLine(FormattableString.Invariant($"{records:N0} records, ENIs: {batches.DistinctBy(batch => batch.EniId).Count()}, messages: {batches.Count:N0}; ")
            + FormattableString.Invariant($"{(double)records / batches.Count:N0} records and {messages.Average(message => message.Length):N0} bytes in each."));
        output.WriteLine();
        // First, so that what both do is compiled for speed when storage is added.
        var computed = await ComputedAsync(command.Time, messages, records, cancellation);
        IReadOnlyList<IngestRun> stored;
        await using (var service = await IngestService.StartAsync(cancellation))
        {
            var ingest = new WithStorage(service, batches);
            stored = await Repeat.RunsAsync(command.Time, () => ingest.RunAsync(cancellation), cancellation);
        }

        WriteRates(stored, computed, output);
        WriteCosts(batches, messages, stored, output);
        await WriteLatencyAsync(command.Time, batches, stored.Select(run => run.RecordsPerSecond).Order().ElementAt(stored.Count / 2) / 2, output, cancellation);
    }

    private static async Task WriteLatencyAsync(
        TimeSpan time, IReadOnlyList<Batch> batches, double recordsPerSecond, TextWriter output, CancellationToken cancellation)
    {
        await using var service = await IngestService.StartAsync(cancellation);
        var (flowLogId, _) = await service.AddFlowLogAsync(1, cancellation);
        var ingest = new PacedIngest(service, batches);

        // The first run does not count: Azurite is new, and the runtime compiles what sends.
        await ingest.RunAsync(flowLogId, recordsPerSecond, time / 2, cancellation);
        var run = await ingest.RunAsync(flowLogId, recordsPerSecond, time, cancellation);
        var table = new Table($"milliseconds from sending to commit, {run.RecordsPerSecond:N0} records/s", "p50", "p99", "most");
        table.Add("queue to committed chunk", Figures.Text(run.Milliseconds(0.5)), Figures.Text(run.Milliseconds(0.99)), Figures.Text(run.Milliseconds(1)));
        table.Write(output);
    }

    /// <summary>Records per second of what needs no storage.</summary>
    private static async Task<IReadOnlyList<(string What, Figures Rate)>> ComputedAsync(
        TimeSpan time, byte[][] messages, int records, CancellationToken cancellation)
    {
        var (all, allowed) = (new WithoutStorage(messages, TrafficType.All), new WithoutStorage(messages, TrafficType.Allow));
        return
        [
            ($"without storage, {QueueHandlers.Handlers} handlers", await RateAsync(() => all.RunInParallel(QueueHandlers.Handlers))),
            ("without storage, 1 handler", await RateAsync(all.Run)),
            ("without storage, 1 handler, traffic type Allow: rows picked, encoded again", await RateAsync(allowed.Run)),
        ];

        Task<Figures> RateAsync(Action work) => Repeat.RateAsync(time, records, work, cancellation);
    }

    private static void WriteRates(IReadOnlyList<IngestRun> stored, IReadOnlyList<(string What, Figures Rate)> computed, TextWriter output)
    {
        var table = new Table(["records/s", .. Figures.Heads, "ratio"]);
        var real = new Figures(stored.Select(run => run.RecordsPerSecond));
        table.Add([$"queue to committed chunk, Azurite in memory, {QueueHandlers.Handlers} handlers", .. real.Cells, "1.00"]);
        foreach (var (what, rate) in computed)
            table.Add([what, .. rate.Cells, rate.RatioTo(real)]);
        table.Write(output);
    }

    private static void WriteCosts(IReadOnlyList<Batch> batches, byte[][] messages, IReadOnlyList<IngestRun> stored, TextWriter output)
    {
        var table = new Table(["per million records", .. Figures.Heads]);
        Add("table transactions that write", run => run.Counts.TableWrites);
        Add("table transactions that read", run => run.Counts.TableReads);
        Add("queue transactions (take, delete)", run => run.Counts.QueueCalls);
        Add("bytes of written entities on the wire (JSON, base64)", run => run.Counts.TableBytesSent);
        Add("seconds of processor time of the service", run => run.ProcessorTime.TotalSeconds);
        table.Write(output);

        var records = (double)batches.Sum(batch => batch.Chunk.Rows);
        var sizes = new Table("bytes per record", "exact");
        sizes.Add("queue message", Figures.Text(messages.Sum(message => (long)message.Length) / records));
        sizes.Add("chunk's columns", Figures.Text(batches.Sum(batch => (long)batch.Chunk.Size) / records));
        sizes.Add("report aggregate beside the chunk", Figures.Text(batches.Sum(batch => AggregateBytes(batch)) / records));
        sizes.Write(output);

        void Add(string what, Func<IngestRun, double> quantity) =>
            table.Add([what, .. new Figures(stored.Select(run => run.PerMillion(quantity(run)))).Cells]);
    }

    private static long AggregateBytes(Batch batch)
    {
        var aggregate = Aggregate.Of(ChunkDecoder.Decode(batch.Chunk, Aggregate.Fields));
        return Enum.GetValues<AggregatePart>().Sum(part => (long)AggregateCodec.Encode(aggregate, part).Length);
    }
}
