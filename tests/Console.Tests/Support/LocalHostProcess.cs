using System.Diagnostics;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>The built local host as a process of its own, with an Azurite and a data folder of its own.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlog-console-").FullName;
    private readonly Process _process;
    private readonly Task<string> _errors;

    private LocalHostProcess(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "--port", "0", "--storage", Path.Combine(_folder, "data"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where the console is served.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The primary account's access key.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Starts one and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<LocalHostProcess> StartAsync(params string[] arguments)
    {
        var host = new LocalHostProcess(arguments);
        try
        {
            await host.ReadAnnouncementAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>"API   http://127.0.0.1:7071/api" and "Key   AK….…  (…)"; what comes before and after is for people.</summary>
    private async Task ReadAnnouncementAsync()
    {
        using var source = new CancellationTokenSource(Patience.Longest);
        while (await _process.StandardOutput.ReadLineAsync(source.Token) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var what, var value, ..]) continue;
            if (what == "API") Address = new(new Uri(value), "/");
            if (what == "Key") Key = value;
            if (what == "Stop") return;
        }

        throw new InvalidOperationException("The local host did not start: " + await _errors);
    }

    /// <summary>Among the own files, or built beside them in the same configuration.</summary>
    private static string Program()
    {
        const string name = "FlowLogFunctions.LocalHost";
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var copied = Path.Combine(own.FullName, name + ".dll");
        return File.Exists(copied) ? copied : Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, name + ".dll");
    }
}
