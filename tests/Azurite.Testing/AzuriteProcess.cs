using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace FlowLogFunctions.Testing;

/// <summary>A running Azurite.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const int Sigterm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly AzuritePorts _ports;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    private AzuriteProcess(AzuritePorts ports, ProcessStartInfo start)
    {
        _ports = ports;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += KillWithTests;
    }

    public bool HasExited => _process.HasExited;

    /// <summary>What it has written to its console.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public static AzuriteProcess Start(AzuritePorts ports, AzuriteStore store, string folder)
    {
        var script = Repository.Path("node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script)) throw new InvalidOperationException($"Azurite is not installed: run \"npm ci\" in {Repository.Root}.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] where = store == AzuriteStore.Memory ? ["--inMemoryPersistence"] : ["-l", folder];
        foreach (var argument in (string[])[script, .. where, "--skipApiVersionCheck", "--silent", "--disableTelemetry", .. Services(ports)])
            start.ArgumentList.Add(argument);
        return new AzuriteProcess(ports, start);
    }

    /// <summary>Waits until all services answer; false if it exits instead, or is too slow.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        foreach (var port in (int[])[_ports.Blob, _ports.Queue, _ports.Table])
            while (!await AnswersAsync(port, cancellationToken))
            {
                if (HasExited || Stopwatch.GetElapsedTime(_started) > Patience) return false;
                await Task.Delay(50, cancellationToken);
            }

        return !HasExited;
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Asks it to stop. Windows knows no such signal: there it is killed.</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsWindows()) Kill();
        else _ = SendSignal(_process.Id, Sigterm);
    }

    /// <summary>Ends it and waits for that; it may have ended before.</summary>
    public async Task EndAsync(Action<AzuriteProcess> signal, CancellationToken cancellationToken)
    {
        if (!HasExited) signal(this);
        await _process.WaitForExitAsync(cancellationToken);
        Dispose();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillWithTests;
        _process.Dispose();
    }

    // Any answer will do, also a refusal.
    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Probe.GetAsync(AzuriteAccount.Endpoint(port), cancellationToken);
            return true;
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string[] Services(AzuritePorts ports) =>
    [
        "--blobHost", "127.0.0.1", "--blobPort", $"{ports.Blob}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{ports.Queue}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{ports.Table}",
    ];

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            if (_output.Length < 10_000)
                _output.AppendLine(line.Data);
    }

    private void KillWithTests(object? sender, EventArgs arguments)
    {
        if (!HasExited) Kill();
    }
}
