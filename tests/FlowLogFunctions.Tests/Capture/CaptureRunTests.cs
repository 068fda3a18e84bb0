using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Tests.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

[Collection(ApiCollection.Name)]
public sealed class CaptureRunTests(ApiFixture api)
{
    private static readonly object Pcap = new { type = "pcap" };
    private static readonly object Web = new { direction = "ingress", protocol = "tcp", portRange = "80/80", cidr = "0.0.0.0/0", policy = "accept", priority = 1 };

    [Fact]
    public async Task CaptureFile_BecomesRecordsThatAddUpToIt()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap, Web);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 7200;

        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(
            new(from, "203.0.113.5", "10.0.1.10", 40000, 80, 100),
            new(from + 1, "10.0.1.10", "203.0.113.5", 80, 40000, 1500),
            new(from + 2, "203.0.113.5", "10.0.1.10", 40001, 22, 60),
            new(from + 130, "203.0.113.5", "10.0.1.10", 40000, 80, 100)));
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var flows = (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).ToList();
        Assert.Equal(4, flows.Sum(record => record.Packets));
        Assert.Equal(1760, flows.Sum(record => record.Bytes));
        Assert.Equal(["in ACCEPT 80", "out ACCEPT 40000", "in REJECT 22", "in ACCEPT 80"], flows.Select(Text));
        Assert.Equal("default-ingress-drop", flows.Single(record => record.Action == FlowAction.Reject).RuleId);
        Assert.StartsWith("sgr-", flows[0].RuleId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatMustBeNew_StaysAndCountsOnce()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap, Web);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var file = Pcaps.Of(new PcapPacket(stage.Time.Seconds - 7200, "203.0.113.5", "10.0.1.10", 40000, 80, 100));

        Assert.Null(await stage.PutNewCaptureAsync(eni, "a.pcap", file));
        await stage.CaptureAsync(TimeSpan.Zero);
        Assert.Equal("PreconditionFailed", (await stage.PutNewCaptureAsync(eni, "a.pcap", file))?.Code);
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        Assert.Equal(1, (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).Sum(record => record.Packets));
    }

    [Fact]
    public async Task ShiftedFile_IsReplayedWindowByWindow()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");

        await stage.PutCaptureAsync(eni, "replay.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, 10).Select(i => new PcapPacket(1_000_000 + (i * 30), "10.0.1.10", "203.0.113.5", 1000, 53, 50))]), shift: true);
        var seen = new List<int>();
        for (var minute = 0; minute < 8; minute++)
        {
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
            await stage.IngestAsync();
            seen.Add((await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).Sum(record => (int)record.Packets));
        }

        Assert.Equal(10, seen[^1]);
        Assert.True(seen.Distinct().Count() > 3, $"came at once: {string.Join(' ', seen)}");
        Assert.Contains(await stage.RecordsAsync("flows"), record => record.Status == LogStatus.NoData);
    }

    [Fact]
    public async Task QuietEni_SaysNoDataForEachWindowOnce()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");

        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        Assert.All(records, record => Assert.Equal(LogStatus.NoData, record.Status));
        Assert.Equal(records.Count, records.Select(record => record.Start).Distinct().Count());
        // One fewer when the clock stands within the grace after a full minute.
        Assert.InRange(records.Count, 4, 6);
        Assert.All(records.Skip(1).Zip(records), pair => Assert.Equal(pair.Second.End, pair.First.Start));
    }

    [Fact]
    public async Task RevokedAuthorization_StopsCaptureAndCatchesUpWhenConfirmedAgain()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 5, flowsPerMinute = 20 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        var before = (await stage.RecordsAsync("flows")).Count;

        (await stage.Account.DeleteAsync("api/authorization")).Expect(System.Net.HttpStatusCode.NoContent);
        await stage.CaptureAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await stage.MessagesAsync());
        (await stage.Account.PostAsync("api/authorization")).Expect(System.Net.HttpStatusCode.Created);
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        var minutes = (await stage.RecordsAsync("flows")).Select(record => record.Start / 60).Distinct().Order().ToList();
        Assert.True((await stage.RecordsAsync("flows")).Count > before);
        Assert.Equal(Enumerable.Range(0, minutes.Count).Select(i => minutes[0] + i), minutes);
        Assert.InRange(minutes.Count, 7, 9);
    }

    [Fact]
    public async Task TimeWithoutFlowLog_IsNotCaughtUp()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 5, flowsPerMinute = 20 });
        await stage.LogstoreAsync("flows");
        var id = await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));

        (await stage.Account.PostAsync($"api/flowlogs/{id}/deactivate")).Expect(System.Net.HttpStatusCode.OK);
        await stage.Get<FlowLogFunctions.FlowLogs.SettleFlowLog>().RunAsync(stage.Scope, id, default);
        var stopped = stage.Time.Seconds;
        await stage.CaptureAsync(TimeSpan.FromMinutes(10));
        (await stage.Account.PostAsync($"api/flowlogs/{id}/activate")).Expect(System.Net.HttpStatusCode.OK);
        await stage.Get<FlowLogFunctions.FlowLogs.SettleFlowLog>().RunAsync(stage.Scope, id, default);
        var started = CaptureWindow.Floor(stage.Time.Seconds, 60);
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        Assert.Contains(records, record => record.Start >= started);
        Assert.DoesNotContain(records, record => record.Start > stopped && record.Start < started);
    }

    [Fact]
    public async Task OverlappingFlowLogs_EachGetWhatTheyAskForAtTheShortestInterval()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 9, flowsPerMinute = 100 }, Web);
        foreach (var name in new[] { "all", "allow", "drop" })
            await stage.LogstoreAsync(name);
        await stage.FlowLogAsync("all", "All", minutes: 10);
        await stage.FlowLogAsync("allow", "Allow", minutes: 5, type: "VSwitch", resource: stage.VSwitchId);
        await stage.FlowLogAsync("drop", "Drop", minutes: 1, type: "ENI", resource: eni);

        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        await stage.IngestAsync();

        var all = await stage.RecordsAsync("all");
        var allow = await stage.RecordsAsync("allow");
        var drop = await stage.RecordsAsync("drop");
        Assert.NotEmpty(drop);
        Assert.Equal(all.Count, allow.Count + drop.Count);
        Assert.All(allow, record => Assert.Equal(FlowAction.Accept, record.Action));
        Assert.All(drop, record => Assert.Equal(FlowAction.Reject, record.Action));
        Assert.All(all, record => Assert.True(record.End < CaptureWindow.Holding(record.Start, 60).End));
    }

    [Fact]
    public async Task EniMadeLater_IsCoveredFromThenOn()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));

        var eni = await stage.EniAsync("10.0.1.20", new { type = "generator", seed = 1, flowsPerMinute = 10 });
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();

        Assert.All(await stage.RecordsAsync("flows"), record => Assert.Equal(eni, record.EniId));
        Assert.NotEmpty(await stage.RecordsAsync("flows"));
    }

    [Fact]
    public async Task DamagedFile_CountsWhatPrecedesTheDamageAndSaysSo()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 600;
        var whole = Pcaps.Of(
            new PcapPacket(from, "10.0.1.10", "203.0.113.5", 1, 2, 100), new PcapPacket(from + 1, "10.0.1.10", "203.0.113.5", 1, 2, 100));

        await stage.PutCaptureAsync(eni, "cut.pcap", whole[..^20]);
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        Assert.Equal(100, records.Sum(record => record.Bytes));
        var skipped = Assert.Single(records, record => record.Status == LogStatus.SkipData);
        Assert.Contains("cut.pcap", skipped.SkipReason, StringComparison.Ordinal);
        var file = Assert.Single((await stage.Account.GetAsync($"api/enis/{eni}/captures")).Items);
        Assert.Equal("damaged", file.GetProperty("status").GetString());
        Assert.Contains("cut.pcap", (await stage.Account.GetAsync($"api/enis/{eni}")).Texts("captureDamage").Single(), StringComparison.Ordinal);
        Assert.Equal(1, file.GetProperty("packets").GetInt64());
    }

    [Fact]
    public async Task OldFileWithManyFlows_IsReadInSeveralStepsWithoutLoss()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows", report: false);
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 7200;
        var packets = PcapReading.StockFlows + 5000;
        await stage.PutCaptureAsync(eni, "old.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, packets).Select(i => new PcapPacket(from + (i / 100_000), "10.0.1.10", "203.0.113.5", i & 0xFFFF, i >> 16, 60))]));

        await stage.CaptureAsync(TimeSpan.Zero);
        var cursor = await stage.Get<CursorStore>().FindAsync(stage.Scope, eni, default);
        await stage.IngestAsync();

        Assert.True(cursor!.Value.Sequence >= 2 && cursor.Value.Files["old.pcap"].Done);
        Assert.Equal(packets, (await stage.RecordsAsync("flows")).Sum(record => record.Packets));
    }

    [Fact]
    public async Task PacketsThatCannotBe_AreSkippedWithAReasonAndHideNothing()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 600;
        await stage.PutCaptureAsync(eni, "odd.pcap", Pcaps.Of(
            new(from, "10.0.1.10", "203.0.113.5", 1, 2, 100), new(0xF0000000, "10.0.1.10", "203.0.113.5", 1, 2, 100),
            new(from + 1, "10.0.1.10", "203.0.113.5", 1, 2, 100)));

        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        Assert.Equal(200, records.Sum(record => record.Bytes));
        Assert.Contains("1 packets cannot be read (ImpossibleTime)", Assert.Single(records, record => record.Status == LogStatus.SkipData).SkipReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledAnywhere_HandsEachPacketOverOnce()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 3600;
        await stage.PutCaptureAsync(eni, "many.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, 9000).Select(i => new PcapPacket(from + (i / 10), "10.0.1.10", "203.0.113.5", 1000 + i, 53, 60))]));
        var dice = new Random(4);

        stage.Kills.Dies = () => dice.Next(25) == 0;
        for (var run = 0; run < 30; run++)
            await stage.CaptureAsync(TimeSpan.FromSeconds(2)).ContinueWith(_ => { }, TaskScheduler.Default);
        stage.Kills.Dies = null;
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        Assert.Equal(9000, (await stage.RecordsAsync("flows")).Sum(record => record.Packets));
    }

    private static string Text(FlowRecord record) =>
        $"{FlowFields.Direction.Names[(int)record.Direction]} {FlowFields.Action.Names[(int)record.Action]} {record.Flow.DestinationPort}";
}
