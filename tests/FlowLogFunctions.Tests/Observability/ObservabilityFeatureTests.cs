using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowLogFunctions.Tests.Observability;

public sealed class ObservabilityFeatureTests
{
    private const string Identity = "ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD";
    private const string Insights = "InstrumentationKey=00000000-0000-0000-0000-000000000002;IngestionEndpoint=https://127.0.0.1:1/";

    [Fact]
    public async Task Collector_GetsMetricsTracesAndLogs()
    {
        await using var collector = await Collector.StartAsync();
        using var host = TelemetryHost.With((TelemetryTargets.CollectorSetting, collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await host.StartAsync();

        host.Services.GetRequiredService<Telemetry>().Captured(7);
        Traces.Start("sent for a test")?.Dispose();
        host.Services.GetRequiredService<ILogger<ObservabilityFeatureTests>>().LogWarning("a line for the collector");
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").LogInformation("GET query=hidden");
        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<LoggerProvider>().ForceFlush());

        Assert.Contains("flowlog.capture.packets", collector.Text("metrics"), StringComparison.Ordinal);
        Assert.Contains("dotnet.gc.collections", collector.Text("metrics"), StringComparison.Ordinal);
        Assert.Contains("sent for a test", collector.Text("traces"), StringComparison.Ordinal);
        Assert.Contains("a line for the collector", collector.Text("logs"), StringComparison.Ordinal);
        Assert.DoesNotContain("query=hidden", collector.Text("logs"), StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public void WithoutATarget_NothingIsCollected()
    {
        using var host = TelemetryHost.With((TelemetryTargets.IdentitySetting, Identity));

        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.DoesNotContain(host.Services.GetServices<ILoggerProvider>(), provider => provider is OpenTelemetryLoggerProvider);
    }

    [Fact]
    public void ApplicationInsights_IsWrittenToWithTheIdentityNamed()
    {
        using var host = TelemetryHost.With((TelemetryTargets.ApplicationInsightsSetting, Insights), (TelemetryTargets.IdentitySetting, Identity));

        Assert.NotNull(host.Services.GetService<MeterProvider>());
        Assert.NotNull(host.Services.GetService<TracerProvider>());
        Assert.NotNull(Targets((TelemetryTargets.IdentitySetting, Identity)).Identity);
        Assert.NotNull(Targets((TelemetryTargets.IdentitySetting, "Authorization=AAD")).Identity);
        Assert.Null(Targets((TelemetryTargets.ApplicationInsightsSetting, Insights)).Identity);
    }

    [Fact]
    public async Task ApplicationThatStops_SendsWhatIsLeft()
    {
        await using var ingestion = await Ingestion.StartAsync();
        var host = TelemetryHost.With((TelemetryTargets.ApplicationInsightsSetting, ingestion.ConnectionString));
        await host.StartAsync();
        var name = $"sent at the end {Guid.NewGuid()}";

        Traces.Start(name)?.Dispose();
        host.Services.GetRequiredService<Telemetry>().Captured(11);
        await host.StopAsync();
        host.Dispose();

        Assert.Contains(name, ingestion.Text, StringComparison.Ordinal);
        Assert.Contains("flowlog.capture.packets", ingestion.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TelemetryTargets.CollectorSetting, "localhost")]
    [InlineData(TelemetryTargets.CollectorSetting, "ftp://localhost")]
    [InlineData(TelemetryTargets.IdentitySetting, "ClientId=1")]
    [InlineData(TelemetryTargets.IdentitySetting, "AAD")]
    [InlineData(TelemetryTargets.ApplicationInsightsSetting, "an address")]
    [InlineData(TelemetryTargets.ApplicationInsightsSetting, "InstrumentationKey=;IngestionEndpoint=https://127.0.0.1:1/")]
    public void WrongSetting_IsNamed_AndCountsAsNone(string setting, string value)
    {
        Assert.Contains(setting, Assert.Single(TelemetryTargets.ProblemsOf(TelemetryHost.Configuration((setting, value)))), StringComparison.Ordinal);
        Assert.Equal(new(null, null, null), Targets((setting, value)));
    }

    private static TelemetryTargets Targets(params (string Name, string Value)[] settings) => TelemetryTargets.From(TelemetryHost.Configuration(settings));
}
