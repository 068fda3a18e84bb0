using System.Diagnostics;
using System.Net;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Network;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Observability;

[Collection(ApiCollection.Name)]
public sealed class TracesTests(ApiFixture api)
{
    [Fact]
    public async Task StepOfCapture_IsFoundInTheIngestOfItsBatches_AndMerging()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 40 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        using var activities = new Activities();
        using var lags = new Measurements("flowlog.ingest.queue_lag");
        var tally = new CaptureTally();
        stage.Time.Now += TimeSpan.FromMinutes(3);
        await stage.Get<CaptureRun>().RunAsync(stage.Scope, tally, default);
        await stage.IngestAsync();
        stage.Time.Now += TimeSpan.FromHours(2);
        await stage.Get<KeepHours>().RunAsync(default);

        var ended = activities.Of(stage.Account.AccountId);
        var steps = ended.Where(activity => activity.OperationName == "capture step").ToList();
        var ingests = ended.Where(activity => activity.OperationName == "ingest").ToList();
        Assert.Equal([TrafficSourceType.Generator], tally.Sources);
        Assert.Equal(steps.Count, tally.Steps);
        Assert.NotEmpty(ingests);
        Assert.All(ingests, ingest => Assert.Contains(
            steps, step => Tag(ingest, "flowlog.batch").StartsWith(Tag(step, "flowlog.step"), StringComparison.Ordinal)));
        Assert.All(steps, step => Assert.Equal((eni, stage.Scope.Region, "generator"), (Tag(step, "flowlog.eni"), Tag(step, "flowlog.region"), Tag(step, "flowlog.source"))));
        Assert.Contains(ended, activity => activity.OperationName == "merge hour");
        Assert.NotEmpty(lags.Seconds);
    }

    [Fact]
    public async Task Call_SaysWhoseItIsAndHowItEnded_ButNotWhatWasAsked()
    {
        await using var analysed = await AnalysedStage.OpenAsync(api, enis: 1, minutes: 1);
        var account = analysed.Stage.Account;
        using var activities = new Activities();
        using var queries = new Measurements("flowlog.query.duration");
        using var refused = new Measurements("flowlog.http.refused");

        await analysed.GetAsync($"query?{AnalysedStage.Always}&query={Uri.EscapeDataString("dstport: 44321")}");
        (await account.PostAsync($"{analysed.Path}/query", new { from = 0, to = 10, query = "secretword |" })).Expect(HttpStatusCode.BadRequest);
        (await account.GetAsync("api/flowlogs/fl-none")).Expect(HttpStatusCode.NotFound);
        (await api.Nobody().GetAsync("api/vpcs")).Expect(HttpStatusCode.Unauthorized);

        var calls = activities.Of(account.AccountId).ToDictionary(activity => activity.OperationName);
        Assert.Equal(200, calls["RunQuery"].GetTagItem("http.response.status_code"));
        Assert.Equal(400, calls["PostQuery"].GetTagItem("http.response.status_code"));
        Assert.Contains(activities.All, activity => activity.OperationName == "query" && activity.ParentSpanId == calls["RunQuery"].SpanId);
        Assert.Contains("result=answered", queries.Tags);
        Assert.Contains("status=401,code=MissingAccessKey", refused.Tags);
        Assert.Contains(refused.Tags, tags => tags.StartsWith("status=404,code=", StringComparison.Ordinal));
        foreach (var hidden in new[] { "44321", "secretword", account.Authorization!["Bearer ".Length..], "127.0.0.1" })
            Assert.DoesNotContain(hidden, activities.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkThatThrows_IsMarkedWithTheKindOfFault_NotItsWords()
    {
        using var activities = new Activities();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Traces.Start("test of faults").RunAsync(() => throw new InvalidOperationException("a word not to be told")));

        var failed = activities.All.Single(activity => activity.OperationName == "test of faults");
        Assert.Equal((ActivityStatusCode.Error, nameof(InvalidOperationException)), (failed.Status, failed.GetTagItem("error.type")));
        Assert.DoesNotContain("a word not to be told", activities.Text, StringComparison.Ordinal);
    }

    private static string Tag(Activity activity, string name) => (string)activity.GetTagItem(name)!;
}
