using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Startup;
using FlowLog.Imports;

namespace FlowLog.Benchmarks.Imports;

/// <summary>Foreign flow logs from memory to flows, on one thread; and the memory that logs of two sizes take.</summary>
internal static class ImportsBenchmark
{
    private const int Tuples = 1_000_000;
    private const int RepeatedTuples = 50_000;
    private const int WindowSeconds = 600;
    private const double Megabyte = 1e6;

    private static readonly int[] Times = [20, 200];

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        await MemoryAsync(Logs(RepeatedTuples), output, cancellation);
        var logs = Logs(Tuples);
        output.WriteLine(FormattableString.Invariant($"{Tuples:N0} tuples or lines each, in memory; one thread. MB are of the text."));
        output.WriteLine();
        var table = new Table(["tuples/s", .. Figures.Heads, "MB/s"]);
        foreach (var (name, log) in logs)
        {
            var bytes = log.Bytes;
            var gzip = InventedLogs.Gzip(bytes);
            await AddAsync(name, bytes.Length, () => ReadAsync(new MemoryStream(bytes), null, cancellation));
            await AddAsync($"{name}, gzip", bytes.Length, () => ReadAsync(new MemoryStream(gzip), null, cancellation));
            await AddAsync($"{name}, added up", bytes.Length, () => ReadAsync(new MemoryStream(bytes), new(WindowSeconds), cancellation));
        }

        table.Write(output);

        async Task AddAsync(string what, int length, Func<Task> read)
        {
            var rate = await Repeat.RateAsync(command.Time, Tuples, read, cancellation);
            table.Add([what, .. rate.Cells, Figures.Text(rate.Median * length / Tuples / Megabyte)]);
        }
    }

    private static (string Name, InventedLog Log)[] Logs(int tuples) =>
    [
        ("VNet flow log", InventedLogs.VNet(tuples)), ("NSG flow log, version 2", InventedLogs.Nsg(tuples)), ("AWS flow log, version 2", InventedLogs.Aws(tuples)),
    ];

    /// <summary>Logs that grow tenfold: what is allocated while they are read, and the most that this process had resident by then.</summary>
    private static async Task MemoryAsync((string Name, InventedLog Log)[] logs, TextWriter output, CancellationToken cancellation)
    {
        var table = new Table("memory", "tuples", "MB of text", "MB allocated", "MB resident at most");
        foreach (var (name, log) in logs)
        {
            foreach (var times in Times)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                await ReadAsync(new RepeatedStream(log, times), null, cancellation, log.Tuples * times);
                var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                table.Add(
                    name, FormattableString.Invariant($"{(long)log.Tuples * times:N0}"), Figures.Text((double)log.Middle.Length * times / Megabyte),
                    Figures.Text(allocated / Megabyte), Figures.Text(ProcessMemory.Peak(Environment.ProcessId) / Megabyte));
            }
        }

        table.Write(output);
    }

    private static async Task ReadAsync(Stream stream, ImportedFlows? flows, CancellationToken cancellation, long tuples = Tuples)
    {
        var reader = await FlowImportReader.OpenAsync(stream, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            do
                flows?.Add(reader.Current);
            while (reader.TryRead());
        }

        if (reader.Tuples != tuples || reader.Damage is not null || reader.Skipped.Count > 0 || flows?.Drain().Any() == false)
            throw new InvalidOperationException($"{reader.Tuples} tuples were read of {tuples}. {reader.Damage}");
    }
}
