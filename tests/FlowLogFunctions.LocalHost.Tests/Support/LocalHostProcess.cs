using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>The built local host as a process of its own.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    public const int Sigint = 2;
    public const int Sigkill = 9;
    public const int Sigterm = 15;

    private readonly Process _process;
    private readonly Task<string> _errors;

    private LocalHostProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public int Id => _process.Id;

    public static LocalHostProcess Start(string folder, params string[] arguments)
    {
        // Whoever runs the tests may ignore SIGINT, and children inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM,HUP", "dotnet", ProgramFile, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Reads its announcement: four lines.</summary>
    public async Task<IReadOnlyList<string>> AnnouncementAsync()
    {
        using var source = new CancellationTokenSource(Patience.Longest);
        var lines = new List<string>();
        while (lines.Count < 4 && await _process.StandardOutput.ReadLineAsync(source.Token) is { } line) lines.Add(line);
        return lines.Count == 4 ? lines : throw new InvalidOperationException("It did not start: " + await _errors);
    }

    public void Send(int signal) => _ = SendSignal(_process.Id, signal);

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var source = new CancellationTokenSource(Patience.Longest);
        await _process.WaitForExitAsync(source.Token);
        return (_process.ExitCode, await _process.StandardOutput.ReadToEndAsync(source.Token), await _errors);
    }

    /// <summary>Ids of the processes that it started.</summary>
    public IReadOnlyList<int> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == _process.Id),
    ];

    public static bool Runs(int id) => ParentOf(id) is not null;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string ProgramFile => typeof(LocalRun).Assembly.Location;

    /// <summary>Null if there is no such process, or only its remains that wait to be collected.</summary>
    private static int? ParentOf(int id)
    {
        try
        {
            // "42 (name) S 1 ...": the name may hold anything, also blanks and parentheses.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);
}
