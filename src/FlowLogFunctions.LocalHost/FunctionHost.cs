using System.Net;
using FlowLogFunctions.LocalHost.Functions;
using FlowLogFunctions.LocalHost.Http;
using FlowLogFunctions.LocalHost.Queues;
using FlowLogFunctions.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.LocalHost;

/// <summary>An app's functions, ready to be started: HTTP, timers and queues with the app's own services.</summary>
internal static class FunctionHost
{
    /// <summary>How long a client may take to send the headers of a request. Bodies must come at 240 bytes a second, Kestrel's own bound.</summary>
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);

    /// <exception cref="StartException">A function, a setting or host.json is wrong.</exception>
    public static WebApplication Build(FunctionHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "FlowLogFunctions" });
        builder.Configuration.AddConfiguration(options.Settings);
        AddLogging(builder.Logging, options.Verbose);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = null; // Functions limit what they read.
            kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
            kestrel.AddServerHeader = false;
        });
        AddServices(builder.Services, options, builder.Configuration);
        var app = builder.Build();
        // Before services are made that need them.
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.MapFunctions(app.Services.GetRequiredService<FunctionCatalog>(), options.Host.RoutePrefix);
        return app;
    }

    private static void AddServices(IServiceCollection services, FunctionHostOptions options, IConfiguration settings)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace.LongestStop);
        services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        services.AddSingleton(options.Time);
        options.Register(services, settings);
        services.TryAddSingleton(options.Time);
        services.AddRouting();
        services.AddMvcCore(); // For functions that return an IActionResult.
        services.AddSingleton(options);
        services.AddSingleton(FunctionCatalog.Of(options.Types));
        services.TryAddSingleton(QueueSettings.Of(options.Host.Queues));
        services.AddSingleton<Grace>();
        services.AddHostedService<TimerFunctions>();
        services.AddHostedService<QueueFunctions>();
    }

    private static void AddLogging(ILoggingBuilder logging, bool verbose)
    {
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);
        logging.AddFilter("Azure.Core", LogLevel.Warning);
        // What keeps the host from starting is said once, by whoever started it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", verbose ? LogLevel.Information : LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", verbose ? LogLevel.Information : LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.TimestampFormat = "HH:mm:ss ";
            console.SingleLine = true;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
