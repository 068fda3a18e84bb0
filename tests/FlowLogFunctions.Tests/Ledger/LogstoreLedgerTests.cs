using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Poison;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ledger;

[Collection(ApiCollection.Name)]
public sealed class LogstoreLedgerTests(ApiFixture api)
{
    private static readonly object Generator = new { type = "generator", seed = 5, flowsPerMinute = 40 };

    [Fact]
    public async Task MessageInThePoisonQueue_IsLostToTheMinuteAndHealedByRedriving()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(6);
        Assert.Equal(6, messages.Count);

        await stage.DeliverAsync(messages.Where(message => message != messages[2]));
        await stage.PoisonAsync(messages[2]);
        await stage.Get<NoteLostBatches>().RunAsync(default);
        await stage.Get<NoteLostBatches>().RunAsync(default);

        Assert.Equal("2 observed, 1 lost, 3 observed", await stage.StatesAsync());
        var lost = (await stage.CompletenessAsync()).Items.Single().Runs.Single(run => run.State == "lost");
        Assert.Equal(LedgerStage.StepOf(messages[2]).From, lost.From.ToUnixTimeSeconds());
        Assert.Equal("its records are in the poison queue", lost.Reason);

        var moved = (await stage.Account.PostAsync("api/admin/poison/redrive")).Expect(System.Net.HttpStatusCode.OK);
        Assert.Equal(("1", "0"), (moved.Text("moved"), moved.Text("remaining")));
        await stage.IngestAsync();

        Assert.Equal("6 observed", await stage.StatesAsync());
        Assert.Equal(1, (await stage.CompletenessAsync()).Totals.Share);
    }

    [Fact]
    public async Task MessageThatVanished_IsLateThenLostThenHealedWhenItComes()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(5);
        await stage.DeliverAsync(messages.Where(message => message != messages[1]));

        Assert.Equal("1 observed, 1 late, 3 observed", await stage.StatesAsync());
        await stage.DeliverAsync(await stage.MinutesAsync(16));
        Assert.Equal("1 observed, 1 lost, 19 observed", await stage.StatesAsync());
        await stage.DeliverAsync([messages[1]]);
        Assert.Equal("21 observed", await stage.StatesAsync());
    }

    [Fact]
    public async Task CatchingUpOverAnHour_MakesAStepAnHour_AndAVanishedHourIsFound()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(150));
        var messages = await stage.MessagesAsync();

        Assert.All(messages, message => Assert.Equal(LedgerStage.StepOf(message).From / 3600, (LedgerStage.StepOf(message).Until - 1) / 3600));
        Assert.Equal(3, messages.Count);
        await stage.DeliverAsync([messages[0], messages[2]]);
        stage.Time.Now += TimeSpan.FromMinutes(16);
        await stage.DeliverAsync(await stage.MinutesAsync(1));

        Assert.Equal("50 noTraffic, 60 lost, 57 noTraffic", await stage.StatesAsync());
    }

    [Fact]
    public async Task DeactivatedAndActivatedAgain_IsNotLoggedBetween()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        // Busy enough for the six seconds of the minute that is closed early.
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 5, flowsPerMinute = 1200 });
        var id = await stage.FlowLogAsync("flows");
        await stage.DeliverAsync(await stage.MinutesAsync(3));
        await ChangeAsync(stage, id, active: false);
        await stage.DeliverAsync(await stage.MinutesAsync(20));
        await ChangeAsync(stage, id, active: true);
        await stage.DeliverAsync(await stage.MinutesAsync(3));

        var runs = (await stage.CompletenessAsync()).Items.Single().Runs;

        Assert.Equal(["notLogged", "observed", "notLogged", "observed", "pending"], runs.Select(run => run.State));
        Assert.InRange((runs[2].To - runs[2].From).TotalMinutes, 19, 20);
    }

    [Fact]
    public async Task QuietSampledAndUnreadEnis_SaySo()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        var quiet = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        var sampled = await stage.EniAsync("10.0.1.11", new { type = "pcap", samplingRate = 2 });
        var unread = await stage.EniAsync("10.0.1.12", new { type = "none" });
        await stage.FlowLogAsync("flows");
        await stage.PutCaptureAsync(sampled, "a.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, 200).Select(i => new PcapPacket((uint)stage.Time.Seconds, "10.0.1.11", "203.0.113.5", (ushort)(1000 + i), 53, 60))]));
        await stage.DeliverAsync(await stage.MinutesAsync(2));

        var enis = (await stage.CompletenessAsync()).Items.ToDictionary(eni => eni.EniId, eni => eni.Runs.Where(run => run.State is not ("notLogged" or "pending")).ToList());

        Assert.Equal(["noTraffic"], enis[quiet].Select(run => run.State));
        Assert.Equal(["sampled", "noTraffic"], enis[sampled].Select(run => run.State));
        Assert.Equal(2, enis[sampled][0].SamplingRate);
        Assert.Equal(("skipped", "the ENI has no traffic source"), (enis[unread].Single().State, enis[unread].Single().Reason));
        var totals = (await stage.CompletenessAsync()).Totals;
        Assert.Equal((2, 3, 1), (totals.Skipped, totals.NoTraffic, totals.Sampled));
        Assert.Equal(0.666666, totals.Share);
    }

    [Fact]
    public async Task FlowLogThatGetsNoRecord_IsCompleteAllTheSame()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator, new { direction = "ingress", protocol = "all", portRange = "-1/-1", cidr = "0.0.0.0/0" });
        await stage.FlowLogAsync("flows", "Drop");
        await stage.DeliverAsync(await stage.MinutesAsync(3));

        Assert.Empty(await stage.RecordsAsync("flows"));
        Assert.Equal("3 observed", await stage.StatesAsync());
    }

    [Fact]
    public async Task StockOfEarlierHours_IsObservedThereAndLostThereWithItsMessage()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.FlowLogAsync("flows");
        var old = stage.Time.Seconds - 7200;
        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(new PcapPacket((uint)old, "10.0.1.10", "203.0.113.5", 1000, 53, 60), new PcapPacket((uint)old + 60, "10.0.1.10", "203.0.113.5", 1000, 53, 60)));
        var messages = await stage.MinutesAsync(1);
        await stage.PoisonAsync(messages[0]);
        await stage.Get<NoteLostBatches>().RunAsync(default);

        Assert.Equal("2 lost, 1 lost", await stage.StatesAsync());
        (await stage.Account.PostAsync("api/admin/poison/redrive")).Expect(System.Net.HttpStatusCode.OK);
        await stage.IngestAsync();

        Assert.Equal("2 observed, 1 noTraffic", await stage.StatesAsync());
    }

    [Fact]
    public async Task MergedHour_KeepsTheSameLedger()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(12);
        await stage.DeliverAsync(messages.Where(message => message != messages[4]));
        await stage.CaptureAsync(TimeSpan.FromMinutes(70));
        await stage.IngestAsync();
        var before = await stage.CompletenessAsync();
        var hour = CaptureWindow.Floor(LedgerStage.StepOf(messages[0]).From, 3600);
        for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
            await stage.Get<PartitionMerge>().RunAsync(await stage.LogstoreIdAsync("flows"), hour, shard, default);

        var after = await stage.CompletenessAsync();

        Assert.Equal(before.Totals, after.Totals);
        Assert.Equal(before.Items.Single().Runs, after.Items.Single().Runs);
        Assert.Contains(after.Items.Single().Runs, run => run.State == "lost");
        await stage.DeliverAsync([messages[4]]);
        Assert.Equal(0, (await stage.CompletenessAsync()).Totals.Lost);
    }

    [Fact]
    public async Task RecordsAndDashboard_SayHowCompleteTheyAre()
    {
        await using var stage = await LedgerStage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Generator);
        await stage.FlowLogAsync("flows");
        var messages = await stage.MinutesAsync(4);
        await stage.DeliverAsync(messages.Where(message => message != messages[1]));
        var range = new FlowLogFunctions.Analysis.TimeRange(stage.Time.Seconds - 3600, stage.Time.Seconds);

        var all = await stage.Get<FlowLogFunctions.Analysis.ReadRecords>().RunAsync(stage.Caller(), stage.Project, "flows", new(range, 10_000, null, false), default);
        var first = await stage.Get<FlowLogFunctions.Analysis.ReadRecords>().RunAsync(stage.Caller(), stage.Project, "flows", new(range, 5, null, false), default);
        var dashboard = await stage.Get<FlowLogFunctions.Reports.ReadDashboard>().RunAsync(stage.Caller(), stage.Project, "flows", range, 5, default);

        Assert.True(all.Is(out var page, out _));
        Assert.True(first.Is(out var part, out _));
        Assert.True(dashboard.Is(out var charts, out _));
        Assert.Equal((3, 1, 0.75), (page.Completeness!.Observed, page.Completeness.Late, page.Completeness.Share!.Value));
        Assert.Equal((1, 0), (part.Completeness!.Observed, part.Completeness.Late));
        Assert.Equal((3, 1), (charts.Completeness!.Observed, charts.Completeness.Late));
        Assert.StartsWith("share=0.75, observed=3, no-traffic=0, sampled=0, skipped=0, late=1, lost=0, not-logged=", page.Completeness.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completeness_OverHttp_RefusesWhatItDoesNotKnow()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var path = $"api/projects/{stage.Project}/logstores/flows/completeness";

        var answer = (await stage.Account.GetAsync($"{path}?from=0&limit=5")).Expect(System.Net.HttpStatusCode.OK);

        Assert.Empty(answer.Items);
        Assert.Equal("0", answer.Json.GetProperty("totals").GetProperty("observed").ToString());
        Assert.Equal(["colour UnknownParameter"], (await stage.Account.GetAsync($"{path}?colour=1")).Expect(System.Net.HttpStatusCode.BadRequest).Errors);
        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/none/completeness")).Expect(System.Net.HttpStatusCode.NotFound, "LogStoreNotExist");
    }

    private static async Task ChangeAsync(Stage stage, string id, bool active)
    {
        var calls = stage.Get<ChangeFlowLogStatus>();
        var changed = active ? await calls.ActivateAsync(stage.Caller(), id, null, default) : await calls.DeactivateAsync(stage.Caller(), id, null, default);
        Assert.Null(changed.Refusal);
        await stage.SettleAllAsync();
    }
}
