using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>A host with nothing but the app's telemetry.</summary>
internal static class TelemetryHost
{
    public static IConfigurationRoot Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();

    public static IHost With(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddConfiguration(Configuration(settings));
        builder.Services.AddSingleton<Telemetry>().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information)).AddObservability(builder.Configuration);
        return builder.Build();
    }
}
