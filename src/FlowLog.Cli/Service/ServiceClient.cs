using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FlowLog.Cli.Service;

/// <summary>Asks the service over HTTP.</summary>
internal sealed class ServiceClient(ServiceAccess access) : IDisposable
{
    private const string PageSize = "1000";

    /// <summary>A service that has not answered for so long will not.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10), AllowAutoRedirect = false }) { Timeout = Longest };

    public ServiceAccess Access => access;

    public void Dispose() => _http.Dispose();

    public Task<ServiceAnswer> GetAsync(string path, CancellationToken cancellation) => SendAsync(ServiceRequest.Get(path), cancellation);

    /// <exception cref="ServiceRefusal">It refused.</exception>
    /// <exception cref="Failure">It cannot be reached, or is another service.</exception>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        using var response = await OpenAsync(request, cancellation);
        var bytes = await ReachAsync(() => response.Content.ReadAsByteArrayAsync(cancellation), cancellation);
        try
        {
            var json = bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement;
            return new(json, response.Headers.ETag?.ToString());
        }
        catch (JsonException)
        {
            throw Foreign();
        }
    }

    /// <summary>Begins an answer, whose body the caller reads.</summary>
    /// <exception cref="ServiceRefusal">It refused.</exception>
    /// <exception cref="Failure">It cannot be reached.</exception>
    public async Task<HttpResponseMessage> OpenAsync(ServiceRequest request, CancellationToken cancellation)
    {
        using var message = MessageOf(request);
        var response = await ReachAsync(() => _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation), cancellation);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var body = await ReachAsync(() => response.Content.ReadAsStringAsync(cancellation), cancellation);
            throw new ServiceRefusal(message.RequestUri!, response.StatusCode, body);
        }
    }

    /// <summary>The items of a list, page by page.</summary>
    public async IAsyncEnumerable<JsonElement> ItemsAsync(ServiceRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? cursor = null;
        do
        {
            var page = await SendAsync(request with { Parameters = [.. request.Parameters, ("limit", PageSize), ("cursor", cursor)] }, cancellation);
            foreach (var item in Items(page.Json))
                yield return item;
            cursor = page.Json.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
    }

    private IEnumerable<JsonElement> Items(JsonElement page) =>
        page.ValueKind == JsonValueKind.Object && page.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : throw Foreign();

    private Failure Foreign() => new($"{access.Url}: answers, but not as this service does", ExitCode.Unavailable);

    private HttpRequestMessage MessageOf(ServiceRequest request)
    {
        var parameters = request.Parameters.Append(("regionId", access.Region))
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}");
        var query = string.Join('&', parameters);
        var message = new HttpRequestMessage(request.Method, new Uri(access.Url, $"api/{request.Path}{(query.Length > 0 ? "?" : "")}{query}"));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Key);
        message.Headers.Accept.ParseAdd(request.Accept);
        if (request.IfMatch is not null)
            message.Headers.TryAddWithoutValidation("If-Match", request.IfMatch);
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body.Length > 0)
            message.Content = new ReadOnlyMemoryContent(request.Body) { Headers = { ContentType = new("application/json") } };
        return message;
    }

    private async Task<T> ReachAsync<T>(Func<Task<T>> send, CancellationToken cancellation)
    {
        try
        {
            return await send();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new Failure($"{access.Url}: cannot be reached: {fault.GetBaseException().Message}", ExitCode.Unavailable);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new Failure($"{access.Url}: does not answer", ExitCode.Unavailable);
        }
    }
}
