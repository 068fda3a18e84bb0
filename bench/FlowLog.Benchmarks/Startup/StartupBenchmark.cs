using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Startup;

/// <summary>The local host from its command to its first healthy answer, on a fresh data folder and again on the same.</summary>
internal static class StartupBenchmark
{
    private const double Mebibyte = 1024 * 1024;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new ArgumentException("startup reads /proc: it runs on Linux only.");
        var (firsts, seconds) = (new List<Start>(), new List<Start>());
        for (var run = 0; run < command.Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("flowlog-startup-").FullName;
            try
            {
                firsts.Add(await MeasuredStart.OfAsync(folder, cancellation));
                seconds.Add(await MeasuredStart.OfAsync(folder, cancellation));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        output.WriteLine("Process start to the first 200 of /api/health, Azurite included, without the sample. Memory is the peak until then.");
        output.WriteLine();
        Write("seconds", start => start.Elapsed.TotalSeconds);
        Write("MiB of the host", start => start.HostMemory / Mebibyte);
        Write("MiB of its Azurite", start => start.AzuriteMemory / Mebibyte);

        void Write(string quantity, Func<Start, double> of)
        {
            var table = new Table([quantity, .. Figures.Heads, "ratio"]);
            var (first, second) = (new Figures(firsts.Select(of)), new Figures(seconds.Select(of)));
            table.Add(["first start, fresh store", .. first.Cells, "1.00"]);
            table.Add(["second start, same store", .. second.Cells, second.RatioTo(first)]);
            table.Write(output);
        }
    }
}
