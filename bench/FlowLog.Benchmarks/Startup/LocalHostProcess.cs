using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;

namespace FlowLog.Benchmarks.Startup;

/// <summary>The built local host as a process, on a free port and a data folder, without the sample.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    private const int Sigterm = 15;
    private const string Project = "FlowLogFunctions.LocalHost";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;

    private LocalHostProcess(string dataFolder) => _process = Process.Start(
        new ProcessStartInfo("dotnet", [Program(), "--port", "0", "--empty", "--storage", dataFolder])
        {
            WorkingDirectory = dataFolder,
            RedirectStandardOutput = true,
        })!;

    /// <summary>Starts it, waits until it answers that it is healthy, and stops it in order.</summary>
    /// <exception cref="InvalidOperationException">It ends, or is not healthy within two minutes.</exception>
    public static async Task<Start> MeasureAsync(string dataFolder, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestStart);
        var began = Stopwatch.GetTimestamp();
        await using var host = new LocalHostProcess(dataFolder);
        await host.AnswersAsync(patience.Token);
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new(elapsed, ProcessMemory.Peak(host._process.Id), ProcessMemory.Children(host._process.Id).Sum(ProcessMemory.Peak));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, Sigterm);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new(await AddressAsync(cancellation)) };
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("api/health", UriKind.Relative), cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(BetweenTries, cancellation);
        }
    }

    /// <summary>The host says "API   http://127.0.0.1:port/api" as soon as it serves.</summary>
    private async Task<string> AddressAsync(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["API", var address])
                return address[..^"api".Length];
        }

        throw new InvalidOperationException("The local host ended before it served.");
    }

    /// <summary>Built beside this program, in the same configuration.</summary>
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, Project, own.Name, Project + ".dll");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);
}
