using System.Diagnostics;
using System.Net;
using FlowLog.Chunks;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Network;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Tests.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Observability;

[Collection(ApiCollection.Name)]
public sealed class TracesTests(ApiFixture api)
{
    [Fact]
    public async Task OneTrace_GoesFromTheRunOverTheStepThroughTheQueueToIngest_AndMerging()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 40 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        using var activities = new Activities();
        using var lags = new Measurements("flowlog.ingest.queue_lag");
        var tally = new CaptureTally();
        stage.Time.Now += TimeSpan.FromMinutes(70);
        var run = Traces.Work("capture run")!;
        await run.RunAsync(() => stage.Get<CaptureRun>().RunAsync(stage.Scope, tally, default));
        using (var call = new Activity("a call of the host").Start())
        {
            await stage.IngestAsync();
            Assert.All(Named("ingest"), ingest => Assert.Equal(call.Context, Assert.Single(ingest.Links).Context));
            Assert.Same(call, Activity.Current);
        }

        stage.Time.Now += TimeSpan.FromHours(2);
        await stage.Get<KeepHours>().RunAsync(default);

        var steps = Named("capture step");
        Assert.Equal([TrafficSourceType.Generator], tally.Sources);
        Assert.Equal(steps.Count, tally.Steps);
        Assert.True(steps.Count > 1);
        Assert.All(steps, step => Assert.Equal((run.TraceId, run.SpanId), (step.TraceId, step.ParentSpanId)));
        Assert.NotEmpty(Named("ingest"));
        Assert.All(Named("ingest"), ingest =>
        {
            var step = steps.Single(step => step.SpanId == ingest.ParentSpanId);
            Assert.Equal(run.TraceId, ingest.TraceId);
            Assert.StartsWith(Tag(step, "flowlog.step"), Tag(ingest, "flowlog.batch"), StringComparison.Ordinal);
        });
        Assert.All(steps, step => Assert.Equal((eni, stage.Scope.Region, "generator"), (Tag(step, "flowlog.eni"), Tag(step, "flowlog.region"), Tag(step, "flowlog.source"))));
        Assert.NotEmpty(Named("meter hour"));
        Assert.NotEmpty(Named("merge hour"));
        Assert.NotEmpty(lags.Seconds);

        IReadOnlyList<Activity> Named(string name) => [.. activities.Of(stage.Account.AccountId).Where(activity => activity.OperationName == name)];
    }

    [Fact]
    public async Task OneTrace_GoesFromTheCallThroughTheQueueToItsSettling()
    {
        var scene = await FlowLogScene.CreateAsync(api);
        using var activities = new Activities();

        var path = await scene.CreateFlowLogAsync();

        var ended = activities.Of(scene.Account.AccountId).ToLookup(activity => activity.OperationName);
        var (call, settled) = (Assert.Single(ended["CreateFlowLog"]), Assert.Single(ended["settle flow log"]));
        Assert.Equal((call.TraceId, call.SpanId), (settled.TraceId, settled.ParentSpanId));
        Assert.Equal(path["api/flowlogs/".Length..], Tag(settled, "flowlog.flow_log"));
    }

    [Fact]
    public async Task AStepThatIsRepeated_SendsTheSameBatches_EachTryWithItsOwnTrace()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.11", new { type = "generator", seed = 4, flowsPerMinute = 40 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        using var activities = new Activities();
        stage.Time.Now += TimeSpan.FromMinutes(3);
        var calls = 0;
        stage.Kills.DiesAt = request => request.Uri.ToUri().AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) && ++calls > 1;
        await stage.CaptureAsync(TimeSpan.Zero);
        stage.Kills.DiesAt = null;
        var first = BatchMessage.Decode(Assert.Single(await stage.MessagesAsync()));
        await stage.CaptureAsync(TimeSpan.Zero);
        var again = (await stage.MessagesAsync()).Select(message => BatchMessage.Decode(message)).Single(batch => batch.Id == first.Id);

        Assert.Equal(first.Step, again.Step);
        Assert.Equal(BatchMessage.Encode(first with { Trace = null }), BatchMessage.Encode(again with { Trace = null }));
        Assert.NotNull(again.Trace);
        Assert.NotEqual(first.Trace, again.Trace);
    }

    [Fact]
    public async Task MessagesThatCannotBeRead_AreActivitiesThatFailed()
    {
        using var activities = new Activities();
        using var counted = new Measurements("flowlog.queue.unreadable");

        await Assert.ThrowsAsync<ChunkFormatException>(() => api.Get<IngestBatch>().RunAsync(new byte[] { 1, 2, 3 }, default));
        await Assert.ThrowsAsync<FlowLogChangeException>(() => api.Get<SettleFlowLog>().RunAsync(new byte[] { 1, 2, 3 }, default));

        foreach (var name in new[] { "ingest", "settle flow log" })
        {
            Assert.Contains(activities.All, activity => activity.OperationName == name && activity.Status == ActivityStatusCode.Error
                && activity.GetTagItem("error.type") as string == "unreadable");
        }

        Assert.Equal(["queue=flowlog-batches", "queue=flowlog-changes"], counted.Tags.Distinct().Order(StringComparer.Ordinal));
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
        Assert.Equal(200, calls["RunQuery"].GetTagItem("flowlog.status"));
        Assert.Equal(400, calls["PostQuery"].GetTagItem("flowlog.status"));
        Assert.Contains(activities.All, activity => activity.OperationName == "query" && activity.ParentSpanId == calls["RunQuery"].SpanId);
        Assert.Contains("result=answered", queries.Tags);
        Assert.Contains("status=401,code=MissingAccessKey", refused.Tags);
        Assert.Contains(refused.Tags, tags => tags.StartsWith("status=404,code=", StringComparison.Ordinal));
        foreach (var hidden in new[] { "44321", "secretword", account.Authorization!["Bearer ".Length..], "127.0.0.1" })
            Assert.DoesNotContain(hidden, activities.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkThatFollowsOther_IsNoPartOfIt()
    {
        using var activities = new Activities();

        await Traces.Work("first of two").RunAsync(() => Task.CompletedTask);
        await Traces.Work("second of two").RunAsync(async () => await Task.Yield());
        await Traces.SentWork("third", new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded)).RunAsync(async () => await Task.Yield());

        Assert.Null(Activity.Current);
        Assert.All(activities.All.Where(activity => activity.OperationName.EndsWith("of two", StringComparison.Ordinal)), activity => Assert.Equal(default, activity.ParentSpanId));
    }

    [Fact]
    public async Task WorkThatThrows_IsMarkedWithTheKindOfFault_NotItsWords()
    {
        using var activities = new Activities();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Traces.Work("test of faults").RunAsync(() => throw new InvalidOperationException("a word not to be told")));

        var failed = activities.All.Single(activity => activity.OperationName == "test of faults");
        Assert.Equal((ActivityStatusCode.Error, nameof(InvalidOperationException)), (failed.Status, failed.GetTagItem("error.type")));
        Assert.DoesNotContain("a word not to be told", activities.Text, StringComparison.Ordinal);
    }

    private static string Tag(Activity activity, string name) => (string)activity.GetTagItem(name)!;
}
