using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>A worker's process, started as the host starts it: by worker.config.json, with the same arguments, variables and folder.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _output = new();

    private WorkerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += KillWithTests;
    }

    /// <summary>What it wrote to stderr: the host shows it.</summary>
    public string Errors => TextOf(_errors);

    /// <summary>What it wrote to stdout: the host shows it.</summary>
    public string Output => TextOf(_output);

    /// <param name="app">The app's folder, as it is deployed.</param>
    /// <param name="rpc">Where the host listens for workers.</param>
    /// <param name="settings">App settings: the worker has them as environment variables.</param>
    public static WorkerProcess Start(string app, Uri rpc, string workerId, IReadOnlyDictionary<string, string> settings)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(app, "worker.config.json")));
        var description = config.RootElement.GetProperty("description");
        var start = new ProcessStartInfo(description.GetProperty("defaultExecutablePath").GetString()!)
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(app, description.GetProperty("defaultWorkerPath").GetString()!));
        foreach (var argument in Arguments(rpc, workerId))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment(app).Concat(settings))
            start.Environment[name] = value;
        return new WorkerProcess(start);
    }

    /// <summary>Waits for its end, and the end of what it writes.</summary>
    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var source = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(source.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillWithTests;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string[] Arguments(Uri rpc, string workerId)
    {
        var requestId = Guid.NewGuid().ToString();
        var longest = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        return
        [
            "--host", rpc.Host, "--port", rpc.Port.ToString(CultureInfo.InvariantCulture), "--workerId", workerId, "--requestId", requestId,
            "--grpcMaxMessageLength", longest, "--functions-uri", rpc.AbsoluteUri, "--functions-worker-id", workerId,
            "--functions-request-id", requestId, "--functions-grpc-max-message-length", longest,
        ];
    }

    private static Dictionary<string, string> Environment(string app) => new()
    {
        ["FUNCTIONS_WORKER_DIRECTORY"] = app,
        ["FUNCTIONS_APPLICATION_DIRECTORY"] = app,
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
    };

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
            if (line is not null)
                text.AppendLine(line);
    }

    private static string TextOf(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    private void KillWithTests(object? sender, EventArgs arguments)
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}
