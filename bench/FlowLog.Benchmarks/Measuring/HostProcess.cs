using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowLog.Benchmarks.Measuring;

/// <summary>The built local host as a process, on a free port, without the sample.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int Sigterm = 15;
    private const string Project = "FlowLogFunctions.LocalHost";

    private readonly Process _process;

    /// <param name="storage">A data folder, or a connection string.</param>
    /// <param name="settings">Beside those of the environment.</param>
    public HostProcess(string folder, string storage, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "--port", "0", "--empty", "--storage", storage])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Where it serves; it says "API   http://127.0.0.1:port/api" as soon as it does.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["API", var address])
                return new(address[..^"api".Length]);
        }

        throw new InvalidOperationException("The local host ended before it served.");
    }

    /// <summary>Stops it in order.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, Sigterm);
        await _process.WaitForExitAsync();
        _process.Dispose();
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
