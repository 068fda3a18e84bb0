using FlowLog.Benchmarks.Measuring;
using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks;

/// <summary>From the bytes of capture files in memory to flows of ten minutes; the repository's own captures, over and over.</summary>
internal static class CaptureBenchmark
{
    private const int WindowSeconds = 600;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        byte[][] files = [.. Directory.GetFiles(Repository.Path("samples", "traffic"), "*.pcap").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        var (packets, bytes) = (0L, files.Sum(file => (long)file.Length));
        foreach (var file in files)
            packets += await CountAsync(file, cancellation);
        output.WriteLine(FormattableString.Invariant($"{files.Length} files, {packets:N0} packets, {bytes:N0} bytes; one thread."));
        output.WriteLine();
        var table = new Table(["packets/s", .. Figures.Heads, "ratio", "MB/s"]);
        Figures? first = null;
        await AddAsync("read", file => ReadAsync(file, decode: false, null, cancellation));
        await AddAsync("read, decode", file => ReadAsync(file, decode: true, null, cancellation));
        await AddAsync("read, decode, aggregate, drain", file => ReadAsync(file, decode: true, new(WindowSeconds), cancellation));
        await AddAsync("the same as the capture function reads it", file => ReadAsServiceAsync(file, cancellation));
        table.Write(output);

        async Task AddAsync(string what, Func<byte[], Task> read)
        {
            var rate = await Repeat.RateAsync(command.Time, packets, async () =>
            {
                foreach (var file in files)
                    await read(file);
            }, cancellation);
            first ??= rate;
            table.Add([what, .. rate.Cells, rate.RatioTo(first), Figures.Text(rate.Median * bytes / packets / 1e6)]);
        }
    }

    private static async Task<long> CountAsync(byte[] file, CancellationToken cancellation)
    {
        var reader = await CaptureReader.OpenAsync(new MemoryStream(file), cancellation);
        var packets = 0L;
        while (await reader.ReadAsync(cancellation))
            packets++;
        return packets;
    }

    private static async Task ReadAsync(byte[] file, bool decode, FlowAggregator? flows, CancellationToken cancellation)
    {
        var reader = await CaptureReader.OpenAsync(new MemoryStream(file), cancellation);
        var fragments = new FragmentTracker();
        while (await reader.ReadAsync(cancellation))
        {
            do
            {
                var frame = reader.Current;
                if (!decode || PacketDecoder.Decode(frame, out var packet) != NotFlow.None)
                    continue;
                fragments.Follow(ref packet);
                flows?.Add(packet, frame.TimeNanoseconds);
            }
            while (reader.TryRead());
        }

        if (flows is not null)
            Require(flows.Drain().Count());
    }

    private static async Task ReadAsServiceAsync(byte[] file, CancellationToken cancellation)
    {
        var flows = new FlowAggregator(WindowSeconds);
        var reading = new PcapReading(new FilePosition { ETag = "" }, null, DateTimeOffset.MaxValue.AddDays(-2), new CapturePlan(0, long.MaxValue, WindowSeconds, [], []), [], new StepBudget(long.MaxValue));
        await reading.RunAsync(new MemoryStream(file), StepFlows.Kept(flows), cancellation);
        Require(flows.Drain().Count());
    }

    private static void Require(int flows)
    {
        if (flows == 0)
            throw new InvalidOperationException("A capture file has no flow.");
    }
}
