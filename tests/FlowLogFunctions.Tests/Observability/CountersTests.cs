using System.Net;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Network;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>What moves is counted, once. Other tests of the process count too, so amounts are the least that there must be.</summary>
[Collection(ApiCollection.Name)]
public sealed class CountersTests(ApiFixture api)
{
    [Fact]
    public async Task FromTheGeneratorToTheReader_EachStationCounts()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 3, flowsPerMinute = 40 });
        await stage.LogstoreAsync("flows");
        using var packets = new Measurements("flowlog.capture.packets");
        using var enis = new Measurements("flowlog.capture.enis");
        using var sent = new Measurements("flowlog.queue.sent");
        using var settled = new Measurements("flowlog.flowlogs.settled");
        using var metered = new Measurements("flowlog.usage.metered");
        using var rolledUp = new Measurements("flowlog.logstore.rolled_up");
        using var audited = new Measurements("flowlog.audit.written");
        using var read = new Measurements("flowlog.read.records");
        using var bytes = new Measurements("flowlog.read.bytes");

        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        await stage.IngestAsync();
        stage.Time.Now += TimeSpan.FromHours(2);
        await stage.Get<RefreshHours>().RunAsync(default);
        await stage.Get<KeepHours>().RunAsync(default);
        var records = await stage.RecordsAsync("flows");
        var path = $"api/projects/{stage.Project}/logstores/flows";
        (await stage.Account.GetAsync($"{path}/records?from=0&to=4000000000&limit=5")).Expect(HttpStatusCode.OK);
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        var export = await http.GetStringAsync($"{path}/export?from=0&to=4000000000");

        Assert.InRange(packets.Values.Sum(), records.Sum(record => record.Packets), long.MaxValue);
        Assert.Contains("result=Done", enis.Tags);
        Assert.Superset(new HashSet<string> { "queue=flowlog-batches", "queue=flowlog-changes" }, sent.Tags.ToHashSet());
        Assert.NotEmpty(settled.Values);
        Assert.NotEmpty(metered.Values);
        Assert.Superset(new HashSet<string> { "span=hour", "span=day" }, rolledUp.Tags.ToHashSet());
        Assert.NotEmpty(audited.Values);
        Assert.Superset(new HashSet<string> { "way=records", "way=export" }, read.Tags.ToHashSet());
        Assert.InRange(read.Values.Sum(), Math.Min(5, records.Count) + records.Count, long.MaxValue);
        Assert.InRange(bytes.Values.Sum(), export.Length, long.MaxValue);
    }

    [Fact]
    public async Task GeneratorsPackets_AreThoseOfItsFlows()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 5, flowsPerMinute = 60 });
        var eni = await stage.Get<EniStore>().AllAsync(stage.Scope, default).Select(row => row.Value).SingleAsync();
        var flows = new FlowLog.Packets.FlowAggregator(600);

        var whole = new GeneratedMinute(eni, 1_767_225_600).AddTo(flows, 1_767_225_600, 1_767_225_660);
        var half = new GeneratedMinute(eni, 1_767_225_660).AddTo(flows, 1_767_225_660, 1_767_225_690);

        Assert.Equal(whole + half, flows.Drain().Sum(flow => flow.Packets));
        Assert.True(half > 0);
    }

    [Fact]
    public async Task CaptureFiles_AreCountedWithTheirBytes()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        using var files = new Measurements("flowlog.capture.file_bytes");
        var file = new byte[1234];

        await stage.PutCaptureAsync(eni, "a.pcap", file);

        Assert.Contains(1234, files.Values);
    }

    [Fact]
    public async Task AccountsThatDidNotConfirm_AreCountedAsLeftOut()
    {
        var scene = await FlowLogs.FlowLogScene.CreateAsync(api, confirmed: false);
        using var left = new Measurements("flowlog.capture.unconfirmed");

        await api.Get<CaptureRun>().RunAsync(scene.Scope, new CaptureTally(), default);

        Assert.NotEmpty(left.Values);
    }
}
