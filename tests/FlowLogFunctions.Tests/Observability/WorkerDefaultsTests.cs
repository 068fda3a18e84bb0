using FlowLogFunctions.Observability;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>What the worker's own package says to the Functions host; the stand-ins of <c>offline/</c> say nothing, so this is for the official ones.</summary>
public sealed class WorkerDefaultsTests
{
    /// <summary>In schema 1.37.0 the worker's activity of each invocation is internal, in 1.17.0 it was a request beside the host's.</summary>
    [Fact]
    public async Task Host_IsToldThatTheAppSendsItsOwnTelemetry_AndTheWorkerMakesNoRequests()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(TelemetryTargets.CollectorSetting, (string?)"http://127.0.0.1:1")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddObservability(configuration).BuildServiceProvider();

        var said = services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities;

        Assert.Equal(("True", "1.37.0"), (said["WorkerOpenTelemetryEnabled"], said["WorkerOpenTelemetrySchemaVersion"]));
    }
}
