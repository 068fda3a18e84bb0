using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>The address to which a worker connects.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RpcServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public RpcService Service => _app.Services.GetRequiredService<RpcService>();

    public static async Task<RpcServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRouting();
        builder.Services.AddSingleton<RpcService>();
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (int.MaxValue, int.MaxValue));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<RpcService>();
        await app.StartAsync();
        return new RpcServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
