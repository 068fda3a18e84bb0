using System.Diagnostics;
using System.Runtime.InteropServices;
using FlowLog.Benchmarks.Startup;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Meters;

/// <summary>A program that turns a capture file into flow records.</summary>
/// <param name="Arguments">For windows or timeouts of a minute where it can; the output to where it costs least.</param>
internal sealed record Meter(string Name, string Program, IReadOnlyList<string> Arguments)
{
    private const int Children = -1;

    /// <summary>Looking for children reads all of /proc, which would take a share of the processors that are measured.</summary>
    private const int LooksPerSearch = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    public bool IsInstalled => File.Exists(Program)
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)));

    public static IReadOnlyList<Meter> All(string capture, TemporaryFolder folder) =>
    [
        new("./flowlog records --window 60", Repository.Path("flowlog"), ["records", capture, "--window", "60"]),
        new("./flowlog records --window 0", Repository.Path("flowlog"), ["records", capture, "--window", "0"]),
        new("nfpcapd -e 60,15", "nfpcapd", ["-r", capture, "-w", folder.Path, "-e", "60,15", "-t", "86400"]),
        new("softflowd -t maxlife=60", "softflowd", ["-r", capture, "-n", "127.0.0.1:9", "-v", "9", "-m", "524288", "-d", "-6", "-t", "maxlife=60"]),
        new("argus", "argus", ["-r", capture, "-w", folder.File("argus.out")]),
        new("pmacctd", "pmacctd", ["-f", PmacctSettings(capture, folder)]),
    ];

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public async Task<MeterRun> RunAsync(CancellationToken cancellation)
    {
        File.Delete(Path.Combine(Path.GetTempPath(), "softflowd.ctl"));
        var before = ProcessorTime();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", Program, .. Arguments]))!;
        var memory = 0L;
        for (var look = 1; !process.HasExited; look++)
        {
            memory = Math.Max(memory, MemoryOf(process.Id, withChildren: look % LooksPerSearch == 0));
            await Task.Delay(BetweenLooks, cancellation);
        }

        await process.WaitForExitAsync(cancellation);
        return new(Stopwatch.GetElapsedTime(began).TotalSeconds, ProcessorTime() - before, memory);
    }

    private static long MemoryOf(int process, bool withChildren)
    {
        try
        {
            return ProcessMemory.Peak(process) + (withChildren ? ProcessMemory.Children(process).Sum(ProcessMemory.Peak) : 0);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static string PmacctSettings(string capture, TemporaryFolder folder)
    {
        var file = folder.File("pmacctd.conf");
        File.WriteAllText(file, $"""
            pcap_savefile: {capture}
            plugins: print
            aggregate: src_host, dst_host, src_port, dst_port, proto
            print_output: csv
            print_output_file: {folder.File("pmacctd.csv")}
            print_refresh_time: 3600
            plugin_buffer_size: 1048576
            plugin_pipe_size: 134217728
            """);
        return file;
    }

    /// <summary>Seconds that all children have used which have ended (getrusage).</summary>
    private static double ProcessorTime()
    {
        var usage = new long[18];
        if (GetUsage(Children, usage) != 0)
            throw new InvalidOperationException("getrusage failed.");
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, long[] usage);
}
