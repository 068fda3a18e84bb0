using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Meters;

/// <summary>Whole processes from a capture file to flow records: ./flowlog beside the flow meters that are installed.</summary>
internal static class MetersBenchmark
{
    private const double Mebibyte = 1024 * 1024;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new ArgumentException("meters reads /proc: it runs on Linux only.");
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> captures = command.Capture is { } file
            ? [Path.GetFullPath(file)]
            : [BigCapture.Write(folder.File("whole.pcap"), int.MaxValue), BigCapture.Write(folder.File("snap96.pcap"), 96)];
        foreach (var capture in captures)
            await MeasureAsync(command, capture, folder, output, cancellation);
    }

    private static async Task MeasureAsync(
        CommandLine command, string capture, TemporaryFolder folder, TextWriter output, CancellationToken cancellation)
    {
        var packets = await BigCapture.CountAsync(capture, cancellation);
        output.WriteLine(FormattableString.Invariant(
            $"{Path.GetFileName(capture)}: {packets:N0} packets, {new FileInfo(capture).Length:N0} bytes, in the page cache; whole processes, one after the other in each round."));
        output.WriteLine();
        var meters = Meter.All(capture, folder).Where(meter => meter.IsInstalled).ToList();
        var runs = meters.ToDictionary(meter => meter.Name, _ => new List<MeterRun>());
        for (var round = 0; round <= command.Runs; round++)
        {
            foreach (var meter in meters)
            {
                var run = await meter.RunAsync(cancellation);
                if (round > 0)
                    runs[meter.Name].Add(run);
            }
        }

        var table = new Table(["seconds of wall time", .. Figures.Heads, "ratio", "packets/s", "seconds of CPU", "peak MiB"]);
        var first = new Figures(runs[meters[0].Name].Select(run => run.Wall));
        foreach (var meter in meters)
        {
            var wall = new Figures(runs[meter.Name].Select(run => run.Wall));
            table.Add([
                meter.Name, .. wall.Cells, wall.RatioTo(first), Figures.Text(packets / wall.Median),
                Figures.Text(new Figures(runs[meter.Name].Select(run => run.Processor)).Median),
                Figures.Text(new Figures(runs[meter.Name].Select(run => run.Memory / Mebibyte)).Greatest)]);
        }

        table.Write(output);
        foreach (var meter in Meter.All(capture, folder).Where(meter => !meter.IsInstalled))
            output.WriteLine($"{meter.Program} is not installed here.");
    }
}
