using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>Takes what Application Insights takes, a JSON object a line, and keeps it. Any other call is noted, too.</summary>
internal sealed class Ingestion : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonElement> _items = [];
    private readonly ConcurrentQueue<string> _otherCalls = [];
    private readonly StringBuilder _text = new();

    private Ingestion()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v2.1/track", TakeAsync);
        _app.MapFallback((HttpRequest request) => _otherCalls.Enqueue(request.Path));
    }

    /// <summary>As Azure writes them: where items go, and where live metrics would.</summary>
    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000002;IngestionEndpoint={_app.Urls.Single()}/;LiveEndpoint={_app.Urls.Single()}/";

    public IReadOnlyCollection<string> OtherCalls => _otherCalls;

    /// <summary>The data of one kind: <c>RequestData</c>, <c>RemoteDependencyData</c>, <c>MetricData</c>, <c>MessageData</c>, <c>ExceptionData</c>.</summary>
    public IReadOnlyList<JsonElement> Items(string kind) => [.. _items.Where(item => item.GetProperty("data").GetProperty("baseType").GetString() == kind)];

    /// <summary>All that came, to look for what must not.</summary>
    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public static async Task<Ingestion> StartAsync()
    {
        var ingestion = new Ingestion();
        await ingestion._app.StartAsync();
        return ingestion;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var reader = new StreamReader(body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
            _items.Enqueue(JsonDocument.Parse(line).RootElement);
        lock (_text)
            _text.Append(text).Append('\n');
        return Results.Json(new { itemsReceived = lines.Length, itemsAccepted = lines.Length, errors = Array.Empty<string>() });
    }
}
