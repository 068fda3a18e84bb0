using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Hosting;

/// <summary>The worker's web server, to which the Functions host forwards requests: what the app needs otherwise than it comes.</summary>
internal static class WorkerServer
{
    /// <summary>Comes after ConfigureFunctionsWebApplication, within whose handling of requests it lies.</summary>
    public static void ConfigureWorkerServer(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<WorkerAnswers>();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null; // The host bounds it, and functions limit what they read.
            kestrel.AddServerHeader = false;
        });
        // The web server's lines have whole addresses, and so queries.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }
}
