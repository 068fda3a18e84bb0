using Azure.Monitor.OpenTelemetry.Exporter;
using FlowLogFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowLogFunctions.Observability;

/// <summary>Metrics, traces and logs on their way out of the process. Where no setting names a target nothing is collected and no port is open.</summary>
internal static class ObservabilityFeature
{
    /// <summary>The .NET runtime's own meter: memory, collections, threads.</summary>
    private const string RuntimeMeter = "System.Runtime";

    /// <summary>Of those, what Application Insights gets: each series costs 0.7 MB a day and process there, and there are more than thirty.</summary>
    private static readonly IReadOnlySet<string> RuntimeMetrics = new HashSet<string>(StringComparer.Ordinal)
    {
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.pause.time", "dotnet.thread_pool.queue.length", "dotnet.exceptions",
    };

    /// <summary>OpenTelemetry's own; both exporters know it.</summary>
    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    public static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var problem in TelemetryTargets.ProblemsOf(configuration))
            services.AddSetting(() => false, problem);
        var targets = TelemetryTargets.From(configuration);
        if (!targets.HasAny)
            return services;
        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .ConfigureResource(resource => resource.AddService(Telemetry.MeterName).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => Send(metrics.AddMeter(Telemetry.MeterName, RuntimeMeter), targets))
            .WithTracing(traces => Sample(Send(traces.AddSource(Traces.SourceName), targets), configuration))
            .WithLogging(logs => Send(logs, targets), options => options.IncludeFormattedMessage = true);
        // The web server's and the clients' lines have whole addresses, and so queries.
        return services.AddLogging(logging => logging
            .AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("System.Net.Http", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("Azure", LogLevel.Warning));
    }

    /// <summary>
    /// All of them, unless the operator chose less: no caller can ask not to be seen. After the exporters, as that of Application Insights would take
    /// five traces a second.
    /// </summary>
    private static TracerProviderBuilder Sample(TracerProviderBuilder traces, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration[SamplerSetting]) ? traces.SetSampler(new AlwaysOnSampler()) : traces;

    private static void Send(MeterProviderBuilder metrics, TelemetryTargets targets)
    {
        if (targets.Collector is not null)
            metrics.AddOtlpExporter();
        if (targets.ApplicationInsights is null)
            return;
        metrics.AddAzureMonitorMetricExporter(exporter => Tell(exporter, targets));
        metrics.AddView(instrument =>
            instrument.Meter.Name == RuntimeMeter && !RuntimeMetrics.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null);
    }

    private static TracerProviderBuilder Send(TracerProviderBuilder traces, TelemetryTargets targets)
    {
        if (targets.Collector is not null)
            traces.AddOtlpExporter();
        if (targets.ApplicationInsights is not null)
            traces.AddAzureMonitorTraceExporter(exporter => Tell(exporter, targets));
        return traces;
    }

    private static void Send(LoggerProviderBuilder logs, TelemetryTargets targets)
    {
        if (targets.Collector is not null)
            logs.AddOtlpExporter();
        if (targets.ApplicationInsights is not null)
            logs.AddAzureMonitorLogExporter(exporter => Tell(exporter, targets));
    }

    /// <summary>
    /// No measurement of the exporter's own: standard metrics count requests, which the Functions host does, and
    /// counters of the machine stand beside the runtime's. Live metrics would keep a connection of their own.
    /// </summary>
    private static void Tell(AzureMonitorExporterOptions exporter, TelemetryTargets targets)
    {
        exporter.EnableStandardMetrics = false;
        exporter.EnablePerformanceCounters = false;
        exporter.EnableLiveMetrics = false;
        exporter.ConnectionString = targets.ApplicationInsights;
        exporter.Credential = targets.Identity;
    }
}
