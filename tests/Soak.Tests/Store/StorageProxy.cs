using System.Net;
using FlowLogFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>Stands between the hosts and one service of a storage account, and does to calls what <see cref="CallFaults"/> say.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private readonly Uri _service;
    private readonly CallFaults _faults;
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    });

    private StorageProxy(Uri service, CallFaults faults)
    {
        (_service, _faults) = (service, faults);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    /// <summary>Where the account is for its clients.</summary>
    public Uri Endpoint => new(new Uri(_app.Urls.Single()), AzuriteAccount.Name);

    public static async Task<StorageProxy> StartAsync(Uri service, CallFaults faults, CancellationToken cancellation)
    {
        var proxy = new StorageProxy(service, faults);
        await proxy._app.StartAsync(cancellation);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        try
        {
            using var call = await _faults.EnterAsync(context.RequestAborted);
            await PassAsync(context, _faults.Next());
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // Storage is away, or the caller: nobody is there to be answered.
            context.Abort();
        }
    }

    private async Task PassAsync(HttpContext context, CallFault fault)
    {
        if (fault != CallFault.Twice) _faults.Note(fault);
        if (fault == CallFault.CutBefore)
        {
            context.Abort();
            return;
        }

        if (fault is CallFault.Busy or CallFault.FailedBefore)
        {
            await RefuseAsync(context, fault);
            return;
        }

        if (fault == CallFault.Late) await Task.Delay(_faults.Lateness(), context.RequestAborted);
        var call = await ProxiedCall.ReadAsync(context.Request, _service);
        if (fault == CallFault.Twice && call.PutsMessage)
        {
            _faults.Note(fault);
            (await call.SendAsync(_client, context.RequestAborted)).Dispose();
        }

        // Once it is sent it takes effect, also if the caller leaves.
        using var answer = await call.SendAsync(_client, CancellationToken.None);
        await AnswerAsync(context, answer, fault);
    }

    private async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, CallFault fault)
    {
        switch (fault)
        {
            case CallFault.CutAfter:
                context.Abort();
                break;
            case CallFault.FailedAfter:
                await RefuseAsync(context, fault);
                break;
            case CallFault.CutWithin:
                await ProxiedCall.CopyAsync(answer, context.Response, half: true, context.RequestAborted);
                context.Abort();
                break;
            default:
                if (fault == CallFault.Late) await Task.Delay(_faults.Lateness(), context.RequestAborted);
                await ProxiedCall.CopyAsync(answer, context.Response, half: false, context.RequestAborted);
                break;
        }
    }

    private static async Task RefuseAsync(HttpContext context, CallFault fault)
    {
        var (status, code) = fault == CallFault.Busy ? (503, "ServerBusy") : (500, "OperationTimedOut");
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        if (context.Features.Get<IHttpResponseFeature>() is { } feature) feature.ReasonPhrase = code;
        await context.Response.CompleteAsync();
    }
}
