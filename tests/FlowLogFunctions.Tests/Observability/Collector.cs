using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>A collector that takes OTLP over HTTP and keeps what it got.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Text)> _got = [];

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", async (string signal, Microsoft.AspNetCore.Http.HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Names are plain UTF-8 within the protobuf.
            _got.Enqueue((signal, Encoding.UTF8.GetString(body.ToArray())));
        });
    }

    public string Address => _app.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came of <c>metrics</c>, <c>traces</c> or <c>logs</c>.</summary>
    public string Text(string signal) => string.Concat(_got.Where(one => one.Path == signal).Select(one => one.Text));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
