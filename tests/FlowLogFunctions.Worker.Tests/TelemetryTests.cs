using System.Net;
using FlowLogFunctions.Worker.Tests.Host;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>A second worker beside the first, which sends its telemetry and is asked to end.</summary>
[Collection(WorkerCollection.Name)]
public sealed class TelemetryTests(AppUnderTest app)
{
    [Fact]
    public async Task Request_IsToldOnce_AndTheLastIsSentBeforeTheWorkerEnds()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await using var host = await FunctionsHost.StartAsync(AppUnderTest.Settings(app.Storage).Concat(collector.Settings).ToDictionary());
        await using var front = await HttpFront.StartAsync(host);
        using var client = new HttpClient { BaseAddress = front.Address };
        client.DefaultRequestHeaders.Authorization = app.Client.DefaultRequestHeaders.Authorization;

        await client.GetAsync("/api/regions").ExpectAsync(HttpStatusCode.OK);
        var status = await host.TerminateAsync();

        Assert.Equal(0, status);
        // The host then leaves logs and traces of functions to the worker.
        Assert.Equal("True", host.Capabilities["WorkerOpenTelemetryEnabled"], ignoreCase: true);
        Assert.Equal((1, 1), (collector.Count("traces", "function ListRegions"), collector.Count("traces", "flowlog.function")));
        Assert.NotEqual(0, collector.Count("metrics", "flowlog.http.requests"));
    }
}
