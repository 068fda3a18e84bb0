using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowLogFunctions.LocalHost.Storage;

/// <summary>An Azurite that this host started, and stops.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <summary>It writes its tables whole when it stops: some hundred megabytes.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<AzuritePorts> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> _ports = [];
    private readonly StringBuilder _errors = new();
    private bool _isStarted;

    private AzuriteProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Listen(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Append(line.Data).Append(' ');
        _process.Exited += (_, _) => _ready.TrySetException(new StartException($"Azurite does not start: {_errors.ToString().Trim()}"));
    }

    /// <summary>Starts it and waits until all its services listen.</summary>
    /// <param name="folder">Its data; made if missing.</param>
    /// <returns>The process, and the ports that it has.</returns>
    /// <exception cref="StartException">It is not installed, or does not start.</exception>
    public static async Task<(AzuriteProcess Process, AzuritePorts Ports)> StartAsync(
        string script, string folder, AzuritePorts ports, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var azurite = new AzuriteProcess(CommandOf(script, folder, ports));
        try
        {
            azurite.Start();
            return (azurite, await azurite._ready.Task.WaitAsync(LongestStart, cancellation));
        }
        catch (Exception problem)
        {
            await azurite.DisposeAsync();
            throw problem is TimeoutException ? new StartException($"Azurite does not start within {LongestStart.TotalSeconds} s.") : problem;
        }
    }

    /// <summary>Closes its input, upon which it writes what it holds and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _ready.TrySetCanceled();
        if (_isStarted) await EndAsync();
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(LongestStop);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    private void Start()
    {
        try
        {
            _process.Start();
        }
        catch (Win32Exception)
        {
            throw new StartException("Node.js is not installed: Azurite needs it (version 20 or later).");
        }

        _isStarted = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static ProcessStartInfo CommandOf(string script, string folder, AzuritePorts ports) => new(
        "node",
        [
            Path.Combine(AppContext.BaseDirectory, "Storage", "azurite.cjs"), script, "--location", folder,
            "--blobHost", "127.0.0.1", "--blobPort", Text(ports.Blob),
            "--queueHost", "127.0.0.1", "--queuePort", Text(ports.Queue),
            "--tableHost", "127.0.0.1", "--tablePort", Text(ports.Table),
            "--skipApiVersionCheck", "--silent", "--disableTelemetry",
        ])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>It says where its services listen in the order blob, queue, table.</summary>
    private void Listen(string line)
    {
        if (Listening().Match(line) is not { Success: true } match) return;
        _ports.Add(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        if (_ports is [var blob, var queue, var table]) _ready.TrySetResult(new(blob, queue, table));
    }

    [GeneratedRegex(@"successfully listening at http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
