using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowLog.Benchmarks.Serve;

/// <summary>The built local host as a process, on the storage of a benchmark.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private const int Sigterm = 15;
    private const string Project = "FlowLogFunctions.LocalHost";
    private const string KeyId = "LTAIbench00000001";
    private const string Secret = "benchbenchbenchbenchbenchbench01";

    private readonly Process _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly string _folder = Directory.CreateTempSubdirectory("serve-").FullName;

    private ServedHost(ServedLogstore storage, int cacheMebibytes)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "--port", "0", "--empty", "--storage", storage.ConnectionString])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        start.Environment["FlowLog__Accounts__0__Id"] = ServedLogstore.AccountId;
        start.Environment["FlowLog__Accounts__0__Name"] = "bench";
        start.Environment["FlowLog__Accounts__0__AccessKeyId"] = KeyId;
        start.Environment["FlowLog__Accounts__0__AccessKeySecret"] = Secret;
        start.Environment["FlowLog__Analysis__CacheMebibytes"] = FormattableString.Invariant($"{cacheMebibytes}");
        _process = Process.Start(start)!;
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {KeyId}.{Secret}");
    }

    public static async Task<ServedHost> StartAsync(ServedLogstore storage, int cacheMebibytes, CancellationToken cancellation)
    {
        var host = new ServedHost(storage, cacheMebibytes);
        host._http.BaseAddress = new(await host.AddressAsync(cancellation));
        return host;
    }

    /// <exception cref="HttpRequestException">The query is refused.</exception>
    public async Task AskAsync(ServedQuery query, CancellationToken cancellation)
    {
        var (from, to) = query.Seconds is { } seconds
            ? (ServedLogstore.Day + 43_200, ServedLogstore.Day + 43_200 + seconds)
            : (ServedLogstore.Day, ServedLogstore.Day + 86_400);
        var path = FormattableString.Invariant($"api/projects/{ServedLogstore.Project}/logstores/flows/query?from={from}&to={to}&query={Uri.EscapeDataString(query.Text)}");
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException(text);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, Sigterm);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
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
