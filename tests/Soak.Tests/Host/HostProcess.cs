using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowLogFunctions.Soak.Tests.Host;

/// <summary>One host, a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>For how long a message is hidden while a host handles it. The Functions host has ten minutes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    private const int Sigterm = 15;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _logging;

    private HostProcess(Process process, TextWriter log) => (_process, _logging) = (process, LogAsync(process.StandardError, log));

    /// <summary>Where its API is.</summary>
    public Uri Address { get; private set; } = null!;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts one; it serves when <see cref="ServesAsync"/> is done.</summary>
    /// <param name="log">Takes the lines of its log; shared with other hosts.</param>
    public static HostProcess Start(string folder, DrivenClock clock, string storage, FirstKey key, TextWriter log)
    {
        // Whoever runs the tests may ignore SIGTERM, and children inherit that.
        string[] arguments =
        [
            "--default-signal=INT,TERM,HUP", "dotnet", typeof(HostProcess).Assembly.Location, clock.File, "--port", "0", "--empty", "--storage", storage,
        ];
        var start = new ProcessStartInfo("env", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in key.Settings)
            start.Environment[name] = value;
        return new(Process.Start(start)!, log);
    }

    /// <summary>Waits until it has said that it serves.</summary>
    /// <returns>False if it ended instead, as it may while storage fails.</returns>
    public async Task<bool> ServesAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestStart);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["API", var address]) Address = new(new Uri(address), "/");
            if (line.StartsWith("Stop", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>As a crash, or a machine that is taken away.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>As for an upgrade: what is being handled may be finished.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(LongestStop);
        _ = SendSignal(_process.Id, Sigterm);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _logging;
        _process.Dispose();
    }

    private static async Task LogAsync(StreamReader lines, TextWriter log)
    {
        while (await lines.ReadLineAsync() is { } line)
            lock (log)
                log.WriteLine(line);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);
}
