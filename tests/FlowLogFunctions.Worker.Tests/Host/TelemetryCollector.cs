using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>Takes what an app sends over OTLP, and keeps its bytes.</summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Text)> _sent = new();

    private TelemetryCollector(WebApplication app) => _app = app;

    /// <summary>The settings that make an app send here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    public static async Task<TelemetryCollector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var collector = new TelemetryCollector(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            collector._sent.Enqueue((context.Request.Path, await reader.ReadToEndAsync()));
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>How often a text stands in what was sent of a kind: traces, metrics or logs.</summary>
    public int Count(string kind, string text) =>
        _sent.Where(sent => sent.Path == "/v1/" + kind).Sum(sent => sent.Text.Split(text).Length - 1);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
