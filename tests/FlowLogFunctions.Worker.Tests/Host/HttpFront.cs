using System.Net;
using Google.Protobuf.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>
/// What clients of the host see. A request is forwarded to the worker's own server by the proxy that the host uses too, with the id of an
/// invocation that is sent beside it.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    /// <summary>The header that tells the worker to which invocation a request belongs.</summary>
    public const string InvocationId = "x-ms-invocation-id";

    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly WebApplication _app;
    private readonly FunctionsHost _host;
    private readonly HttpMessageInvoker _worker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private HttpFront(WebApplication app, FunctionsHost host) => (_app, _host) = (app, host);

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HttpFront> StartAsync(FunctionsHost host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = 104_857_600; // The host's own bound.
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var front = new HttpFront(app, host);
        // As App Service has it turned on (ASPNETCORE_FORWARDEDHEADERS_ENABLED): its front end adds who called to X-Forwarded-For.
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseRouter(FunctionRoutes.Of(host.Functions, app.Services.GetRequiredService<IInlineConstraintResolver>(), front.ServeAsync));
        await app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _worker.Dispose();
    }

    private async Task ServeAsync(HttpContext context, HostedFunction function)
    {
        var id = Guid.NewGuid().ToString();
        context.Request.Headers.TryAdd(InvocationId, id);
        var metadata = MetadataOf(context.Request);
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        var forwarding = forwarder.SendAsync(context, _host.Capabilities["HttpUri"], _worker, Forwarding).AsTask();
        var answer = await _host.InvokeAsync(function, id, new TypedData { Http = new RpcHttp() }, metadata);
        await forwarding;
        if (answer.Result.Status == StatusResult.Types.Status.Success)
            return;
        // As the host's own ExceptionMiddleware: what has begun is broken off.
        if (context.Response.HasStarted)
            context.Abort();
        else
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>Values of the query, and over them those of the route, whatever the case of their names.</summary>
    private static MapField<string, TypedData> MetadataOf(HttpRequest request)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
            values[name] = value;
        foreach (var (name, value) in request.RouteValues)
            values[name] = value?.ToString();
        var metadata = new MapField<string, TypedData>();
        foreach (var (name, value) in values.Where(pair => pair.Value is not null))
            metadata.Add(name, new TypedData { String = value });
        return metadata;
    }
}
