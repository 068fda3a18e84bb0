using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>What is open when a flow log is deactivated or deleted is closed early and delivered, once.</summary>
[Collection(ApiCollection.Name)]
public sealed class EndedFlowLogTests(ApiFixture api)
{
    private static readonly object Pcap = new { type = "pcap" };

    [Theory]
    [InlineData(false, 10)]
    [InlineData(false, 1)]
    [InlineData(true, 10)]
    [InlineData(true, 1)]
    public async Task OpenWindow_IsRecordedUpToTheEnd(bool deleted, int minutes)
    {
        await using var stage = await StageAsync();
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        var id = await stage.FlowLogAsync("flows", minutes: minutes);
        var from = stage.Time.Seconds;
        await stage.PutCaptureAsync(eni, "a.pcap", OnePacketASecond(from, 120));

        await EndAsync(stage, id, from + 33, deleted);
        for (var tick = 0; tick < 15; tick++)
        {
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
            await stage.IngestAsync();
        }

        var records = await stage.RecordsAsync("flows");
        Assert.Equal(34, records.Sum(record => record.Packets));
        Assert.DoesNotContain(records, record => record.Start > from + 34);
    }

    [Fact]
    public async Task ActivatedAgainSoon_RecordsBothTimesAndNotTheTimeBetween()
    {
        await using var stage = await StageAsync();
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 2000 });
        var id = await stage.FlowLogAsync("flows", minutes: 10);
        var from = CaptureWindow.Floor(stage.Time.Seconds, 600) + 600;
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(from);
        await stage.CaptureAsync(TimeSpan.FromSeconds(10));

        await EndAsync(stage, id, from + 99, deleted: false);
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(from + 300);
        await stage.Get<ChangeFlowLogStatus>().ActivateAsync(CallerOf(stage), id, null, default);
        await stage.SettleAllAsync();
        for (var tick = 0; tick < 15; tick++)
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        var records = (await stage.RecordsAsync("flows")).Where(record => record.Start >= from).ToList();
        Assert.All(records, record => Assert.True(record.Start <= from + 99 || record.Start >= from + 300, $"{record.Start - from}"));
        Assert.InRange(records.Where(record => record.Start < from + 300).Max(record => record.Start), from + 90, from + 99);
        Assert.InRange(records.Where(record => record.Start >= from + 300).Min(record => record.Start), from + 300, from + 305);
        Assert.Equal(records.Count, records.Distinct().Count());
    }

    [Fact]
    public async Task OtherFlowLogOfTheEni_GoesOnWithoutLossAndWithoutRepetition()
    {
        await using var stage = await StageAsync();
        await stage.LogstoreAsync("others", report: false);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 200 });
        var id = await stage.FlowLogAsync("flows", minutes: 1);
        await stage.FlowLogAsync("others", minutes: 1);
        var from = CaptureWindow.Floor(stage.Time.Seconds, 60) + 60;
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(from + 6);
        await stage.CaptureAsync(TimeSpan.Zero);

        await EndAsync(stage, id, from + 90, deleted: true);
        await stage.CaptureAsync(TimeSpan.FromMinutes(5));
        await stage.IngestAsync();

        var (ended, others) = (await stage.RecordsAsync("flows"), await stage.RecordsAsync("others"));
        Assert.InRange(ended.Max(record => record.Start), from + 80, from + 90);
        Assert.Equal(ended, others.Where(record => record.Start <= from + 90));
        Assert.Contains(others, record => record.Start > from + 200);
        Assert.Equal(others.Count, others.Distinct().Count());
    }

    [Fact]
    public async Task KilledAnywhere_HandsTheOpenWindowOverOnce()
    {
        await using var stage = await StageAsync();
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        var id = await stage.FlowLogAsync("flows", minutes: 10);
        var from = stage.Time.Seconds;
        await stage.PutCaptureAsync(eni, "a.pcap", OnePacketASecond(from, 500));
        await EndAsync(stage, id, from + 299, deleted: true);
        var dice = new Random(3);

        stage.Kills.Dies = () => dice.Next(8) == 0;
        for (var run = 0; run < 30; run++)
            await stage.CaptureAsync(TimeSpan.FromSeconds(10)).ContinueWith(_ => { }, TaskScheduler.Default);
        stage.Kills.Dies = null;
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        Assert.Equal(300, (await stage.RecordsAsync("flows")).Sum(record => record.Packets));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatEnded_IsForgottenAWhileAfterItWasCaptured(bool logstoreGone)
    {
        await using var stage = await StageAsync();
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 20 });
        var id = await stage.FlowLogAsync("flows");
        await EndAsync(stage, id, stage.Time.Seconds + 10, deleted: true);
        if (logstoreGone)
            (await stage.Account.DeleteAsync($"api/projects/{stage.Project}/logstores/flows")).Expect(System.Net.HttpStatusCode.NoContent);

        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        Assert.Single(await stage.Get<EndedFlowLogs>().AllAsync(stage.Scope, default).ToListAsync());
        await stage.CaptureAsync(ForgetEndedFlowLogs.Kept);

        Assert.Empty(await stage.Get<EndedFlowLogs>().AllAsync(stage.Scope, default).ToListAsync());
        Assert.Empty(await stage.MessagesAsync());
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    [InlineData(true, 140)]
    public async Task OutageAfterTheEnd_OpenWindowIsRecordedAllTheSame(bool deleted, int hours)
    {
        await using var stage = await StageAsync();
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        var id = await stage.FlowLogAsync("flows", minutes: 10);
        var from = stage.Time.Seconds;
        await stage.PutCaptureAsync(eni, "a.pcap", OnePacketASecond(from, 120));
        await EndAsync(stage, id, from + 33, deleted);

        await stage.CaptureAsync(TimeSpan.FromHours(hours));
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.CaptureAsync(TimeSpan.FromMinutes(50));
        await stage.IngestAsync();

        Assert.Equal(34, (await stage.RecordsAsync("flows")).Sum(record => record.Packets));
    }

    [Fact]
    public async Task NeverCaptured_IsForgottenAfterAWeekAndCounted()
    {
        await using var stage = await StageAsync();
        await stage.EniAsync("10.0.1.10", Pcap);
        var id = await stage.FlowLogAsync("flows", minutes: 10);
        await EndAsync(stage, id, stage.Time.Seconds + 33, deleted: true);
        using var cutOff = new Measurements("flowlog.flowlogs.cut_off");

        stage.Time.Now += ForgetEndedFlowLogs.Longest - TimeSpan.FromSeconds(10);
        await stage.Get<ForgetEndedFlowLogs>().RunAsync(stage.Scope, default);
        Assert.Empty(cutOff.Values);
        stage.Time.Now += TimeSpan.FromMinutes(1);
        await stage.Get<ForgetEndedFlowLogs>().RunAsync(stage.Scope, default);

        Assert.Empty(await stage.Get<EndedFlowLogs>().AllAsync(stage.Scope, default).ToListAsync());
        Assert.Equal([1], cutOff.Values);
    }

    private async Task<Stage> StageAsync()
    {
        var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows", report: false);
        return stage;
    }

    /// <summary>Deactivates or deletes a flow log at a time of the stage's clock.</summary>
    private static async Task EndAsync(Stage stage, string id, long seconds, bool deleted)
    {
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var calls = stage.Get<ChangeFlowLogStatus>();
        if (deleted)
            Assert.Null(await calls.DeleteAsync(CallerOf(stage), id, null, default));
        else
            Assert.Null((await calls.DeactivateAsync(CallerOf(stage), id, null, default)).Refusal);
        await stage.SettleAllAsync();
    }

    private static Caller CallerOf(Stage stage) => new(stage.Account.AccountId, null, stage.Scope.Region);

    private static byte[] OnePacketASecond(long from, int seconds) =>
        Pcaps.Of([.. Enumerable.Range(0, seconds).Select(i => new PcapPacket((uint)from + (uint)i, "10.0.1.10", "203.0.113.5", 1000, 53, 60))]);
}
