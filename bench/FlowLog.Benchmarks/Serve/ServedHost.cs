using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Serve;

/// <summary>The built local host as a process, on the storage of a benchmark.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private const string KeyId = "LTAIbench00000001";
    private const string Secret = "benchbenchbenchbenchbenchbench01";

    private readonly HostProcess _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly string _folder = Directory.CreateTempSubdirectory("serve-").FullName;

    private ServedHost(ServedLogstore storage, int cacheMebibytes)
    {
        _process = new(_folder, storage.ConnectionString, new Dictionary<string, string>
        {
            ["FlowLog__Accounts__0__Id"] = ServedLogstore.AccountId,
            ["FlowLog__Accounts__0__Name"] = "bench",
            ["FlowLog__Accounts__0__AccessKeyId"] = KeyId,
            ["FlowLog__Accounts__0__AccessKeySecret"] = Secret,
            ["FlowLog__Analysis__CacheMebibytes"] = FormattableString.Invariant($"{cacheMebibytes}"),
        });
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {KeyId}.{Secret}");
    }

    public static async Task<ServedHost> StartAsync(ServedLogstore storage, int cacheMebibytes, CancellationToken cancellation)
    {
        var host = new ServedHost(storage, cacheMebibytes);
        host._http.BaseAddress = await host._process.AddressAsync(cancellation);
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
        await _process.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
