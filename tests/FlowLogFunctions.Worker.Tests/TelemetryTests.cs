using System.Net;
using FlowLogFunctions.Worker.Tests.Host;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>A second worker beside the first, which sends its telemetry and is asked to end.</summary>
[Collection(WorkerCollection.Name)]
public sealed class TelemetryTests(AppUnderTest app)
{
    private const int MostTries = 10;

    [Fact]
    public async Task Request_IsToldOnce_AndTheLastIsSentBeforeTheWorkerEnds()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await using var host = await FunctionsHost.StartAsync(AppUnderTest.Settings(app.Storage).Concat(collector.Settings).ToDictionary());
        await using var front = await HttpFront.StartAsync(host);
        using var client = new HttpClient { BaseAddress = front.Address };
        client.DefaultRequestHeaders.Authorization = app.Client.DefaultRequestHeaders.Authorization;

        await UntilWarmAsync(client);
        await client.GetAsync("/api/regions").ExpectAsync(HttpStatusCode.OK);
        var status = await host.TerminateAsync();

        Assert.Equal(0, status);
        // The host then leaves logs and traces of functions to the worker.
        Assert.Equal("True", host.Capabilities["WorkerOpenTelemetryEnabled"], ignoreCase: true);
        Assert.Equal((1, 1), (collector.Count("traces", "function ListRegions"), collector.Count("traces", "flowlog.function")));
        Assert.NotEqual(0, collector.Count("metrics", "flowlog.http.requests"));
    }

    /// <summary>
    /// Waits until the worker answers. It gives a request and its invocation five seconds to find each other (DefaultHttpCoordinator), which a busy
    /// machine's first request may take longer than.
    /// </summary>
    private static async Task UntilWarmAsync(HttpClient client)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await client.GetAsync("/api/health");
            if (answer.StatusCode != HttpStatusCode.InternalServerError) return;
            Assert.True(tries < MostTries, await answer.Content.ReadAsStringAsync());
        }
    }
}
