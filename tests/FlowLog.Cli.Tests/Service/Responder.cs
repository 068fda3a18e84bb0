using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FlowLog.Cli.Tests.Service;

/// <summary>A server that answers as a test says: what a service does when something breaks, which the real one does not on demand.</summary>
internal sealed class Responder : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Responder(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Method and target of each request, as they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<Responder> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var responder = new Responder(builder.Build());
        responder._app.Run(context =>
        {
            responder.Requests.Enqueue($"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");
            return answer(context);
        });
        await responder._app.StartAsync();
        return responder;
    }

    public static Task<Responder> StartAsync(int status, string body, string type = "application/json") =>
        StartAsync(context => AnswerAsync(context, status, body, type));

    public static Task AnswerAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    }

    /// <summary>Sends an answer whose end never comes: the caller has all of these bytes, then the connection ends.</summary>
    public static async Task BreakOffAsync(HttpContext context, byte[] bytes)
    {
        context.Response.ContentLength = bytes.Length + 1;
        await context.Response.Body.WriteAsync(bytes);
    }

    /// <summary>Runs a command line against it.</summary>
    public Task<Shell.Result> RunAsync(string[] arguments, Func<Terminal, Terminal>? with = null, CancellationToken cancellation = default) =>
        Shell.RunAsync([.. arguments, "--url", Url, "--key", "AKid.secret"], with: with, cancellation: cancellation);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
