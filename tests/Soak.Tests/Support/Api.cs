using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FlowLogFunctions.Soak.Tests.Host;

namespace FlowLogFunctions.Soak.Tests.Support;

/// <summary>The service's API for a client that does not give up: whatever fails is tried again, at the host that runs then.</summary>
internal sealed class Api(Hosts hosts, FirstKey key) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key.Bearer) },
    };

    /// <summary>Statuses of 500 and above that the service answered, by status and path's first part.</summary>
    public HashSet<string> Faults { get; } = [];

    /// <param name="body">JSON; null for none.</param>
    /// <param name="also">A refusal that is as good as an answer.</param>
    /// <returns>The answer's body.</returns>
    public Task<string> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellation, HttpStatusCode? also = null) =>
        SendAsync(() => new(method, Address(path)) { Content = body is null ? null : new StringContent(body) }, also, cancellation);

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        JsonElement.Parse(await SendAsync(HttpMethod.Get, path, null, cancellation));

    /// <summary>All items of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path, CancellationToken cancellation)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var query = (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=100" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}");
            var page = await GetAsync(path + query, cancellation);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>Puts what must not be there yet, once.</summary>
    public Task PutNewAsync(string path, byte[] content, CancellationToken cancellation) => SendAsync(
        () => new(HttpMethod.Put, Address(path)) { Content = new ByteArrayContent(content), Headers = { { "If-None-Match", "*" } } },
        HttpStatusCode.PreconditionFailed,
        cancellation);

    public void Dispose() => _client.Dispose();

    private Uri Address(string path) => new(hosts.Address, "api/" + path);

    private async Task<string> SendAsync(Func<HttpRequestMessage> request, HttpStatusCode? also, CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryAsync(request, also, cancellation) is { } answer) return answer;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Null if it is worth another try.</summary>
    private async Task<string?> TryAsync(Func<HttpRequestMessage> request, HttpStatusCode? also, CancellationToken cancellation)
    {
        using var message = request();
        try
        {
            using var answer = await _client.SendAsync(message, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.IsSuccessStatusCode || answer.StatusCode == also) return text;
            if (answer.StatusCode < HttpStatusCode.InternalServerError)
                throw new InvalidOperationException($"{message.Method} {message.RequestUri}: {answer.StatusCode} {text}");
            Faults.Add($"{message.Method} {(int)answer.StatusCode} {text}");
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
