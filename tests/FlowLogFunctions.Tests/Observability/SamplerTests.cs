using FlowLogFunctions.Observability;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>Which activities are sent. Nobody else may listen meanwhile: what one listener wants is made for all.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SamplerTests
{
    private const string Name = "Sampling";

    [Fact]
    public async Task ApplicationInsights_GetsEveryOne()
    {
        await using var ingestion = await Ingestion.StartAsync();
        using var host = TelemetryHost.With((TelemetryTargets.ApplicationInsightsSetting, ingestion.ConnectionString));
        await host.StartAsync();
        var name = $"one of many {Guid.NewGuid()}";

        for (var made = 0; made < 300; made++)
            Traces.Start(name)?.Dispose();
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());

        Assert.Equal(300, ingestion.Items("RemoteDependencyData").Count(item => item.GetProperty("data").GetProperty("baseData").GetProperty("name").GetString() == name));
        await host.StopAsync();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("always_off", false)]
    public async Task Sampler_IsTheOperatorsToChoose(string? sampler, bool isSent)
    {
        await using var collector = await Collector.StartAsync();
        using var host = TelemetryHost.With((TelemetryTargets.CollectorSetting, collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_TRACES_SAMPLER", sampler ?? ""));
        await host.StartAsync();
        var name = $"sampled {Guid.NewGuid()}";

        Traces.Start(name)?.Dispose();
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();

        Assert.Equal(isSent, collector.Text("traces").Contains(name, StringComparison.Ordinal));
        await host.StopAsync();
    }
}
