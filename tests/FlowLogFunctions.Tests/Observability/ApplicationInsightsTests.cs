using System.Net;
using System.Text.Json;
using FlowLog.Chunks;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowLogFunctions.Tests.Observability;

[Collection(TelemetryCollection.Name)]
public sealed class ApplicationInsightsTests(InsightsFixture insights)
{
    [Fact]
    public async Task WhatTheAppDoes_ArrivesAsDependenciesMetricsAndMessages_WithoutSecrets()
    {
        await using var stage = await Stage.OpenAsync(insights.Api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 40 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        (await stage.Account.PostAsync($"api/projects/{stage.Project}/logstores/flows/query", new { from = 0, to = 10, query = "secretword |" })).Expect(HttpStatusCode.BadRequest);
        stage.Time.Now += TimeSpan.FromMinutes(3);
        await Traces.Work("capture run").RunAsync(() => stage.Get<CaptureRun>().RunAsync(stage.Scope, new CaptureTally(), default));
        await stage.IngestAsync();
        insights.Api.Get<Telemetry>().Captured(7);
        insights.Api.Get<ILogger<ApplicationInsightsTests>>().LogWarning("a line for Application Insights");
        insights.Api.Get<ILogger<ApplicationInsightsTests>>().LogError(new InvalidOperationException("a fault"), "a line with a fault");
        await Assert.ThrowsAsync<ChunkFormatException>(() => stage.Get<IngestBatch>().RunAsync(new byte[] { 1, 2, 3 }, default));
        Flush();

        var dependencies = insights.Ingestion.Items("RemoteDependencyData");
        var own = dependencies.Where(item => Property(item, "flowlog.account") == stage.Account.AccountId).ToLookup(item => Data(item, "name"));
        Assert.Equal("400", Property(Assert.Single(own["PostQuery"]), "flowlog.status"));
        var run = Assert.Single(dependencies, item => Data(item, "name") == "capture run" && Operation(item) == Operation(own["capture step"].First()));
        Assert.All(own["capture step"], step => Assert.Equal(Data(run, "id"), step.GetProperty("tags").GetProperty("ai.operation.parentId").GetString()));
        Assert.All(own["ingest"], ingest => Assert.Contains(
            own["capture step"], step => Data(step, "id") == ingest.GetProperty("tags").GetProperty("ai.operation.parentId").GetString() && Operation(step) == Operation(ingest)));
        Assert.NotEmpty(own["ingest"]);
        Assert.Contains(dependencies, item => Data(item, "name") == "ingest" && !item.GetProperty("data").GetProperty("baseData").GetProperty("success").GetBoolean()
            && Property(item, "error.type") == "unreadable");
        Assert.Contains(insights.Ingestion.Items("MetricData"), item => Metric(item) == "flowlog.capture.packets");
        Assert.Contains(insights.Ingestion.Items("MessageData"), item => Data(item, "message") == "a line for Application Insights");
        Assert.NotEmpty(insights.Ingestion.Items("ExceptionData"));
        foreach (var hidden in new[] { "secretword", stage.Account.Authorization!["Bearer ".Length..].Split('.')[1], "AccountKey=" })
            Assert.DoesNotContain(hidden, insights.Ingestion.Text, StringComparison.Ordinal);
    }

    /// <summary>The Functions host makes a request of each invocation; standard metrics and counters of the machine would be paid for twice.</summary>
    [Fact]
    public void NothingCountsARequestTwice_AndNobodyElseIsCalled()
    {
        Traces.Start("any work")?.Dispose();
        Flush();

        Assert.Empty(insights.Ingestion.Items("RequestData"));
        Assert.All(insights.Ingestion.Items("MetricData"), item => Assert.Matches("^(flowlog\\..*|dotnet\\.(process\\.(cpu\\.time|memory\\.working_set)|gc\\.pause\\.time|thread_pool\\.queue\\.length|exceptions)|_OTELRESOURCE_)$", Metric(item)));
        Assert.Empty(insights.Ingestion.OtherCalls);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    public async Task ACallersTrace_IsFollowed_AndNoCallerCanAskNotToBeSeen(string flags)
    {
        var (account, trace) = (insights.Api.NewAccount(), Guid.NewGuid().ToString("N"));
        using var http = new HttpClient { BaseAddress = insights.Api.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/vpcs");
        request.Headers.TryAddWithoutValidation("Authorization", account.Authorization);
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-00f067aa0ba902b7-{flags}");

        using var answer = await http.SendAsync(request);
        Flush();

        Assert.Equal([trace], answer.Headers.GetValues("X-Request-Id"));
        Assert.Equal("ListVpcs", Data(Assert.Single(insights.Ingestion.Items("RemoteDependencyData"), item => Operation(item) == trace), "name"));
    }

    private void Flush()
    {
        Assert.True(insights.Api.Get<MeterProvider>().ForceFlush());
        Assert.True(insights.Api.Get<TracerProvider>().ForceFlush());
        Assert.True(insights.Api.Get<LoggerProvider>().ForceFlush());
    }

    private static string Operation(JsonElement item) => item.GetProperty("tags").GetProperty("ai.operation.id").GetString()!;

    private static string Metric(JsonElement item) => item.GetProperty("data").GetProperty("baseData").GetProperty("metrics")[0].GetProperty("name").GetString()!;

    private static string? Data(JsonElement item, string name) => item.GetProperty("data").GetProperty("baseData").GetProperty(name).GetString();

    private static string? Property(JsonElement item, string name) =>
        item.GetProperty("data").GetProperty("baseData").TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() : null;
}
