using System.Net;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

[Collection(ApiCollection.Name)]
public sealed class PacketChoiceTests(ApiFixture api)
{
    [Fact]
    public async Task SampledPackets_StandForAll_WithinTheirInterval()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap", samplingRate = 4 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var from = stage.Time.Seconds - 7200;
        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, 8000).Select(i => new PcapPacket(from + (i / 100), "203.0.113.5", "10.0.1.10", 1000 + (i % 50), 53, 40 + (i % 900)))]));
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var flows = (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).ToList();
        Assert.All(flows, flow => Assert.Equal((4, 0L), (flow.SamplingRate, flow.Packets % 4)));
        Assert.All(flows, flow => Assert.InRange(flow.BytesError, 1, flow.Bytes));
        var totals = (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/dashboard?from={from - 60}&to={from + 600}"))
            .Expect(HttpStatusCode.OK).Json.GetProperty("totals");
        Assert.Equal(flows.Sum(flow => flow.Packets), totals.GetProperty("packets").GetInt64());

        // Five standard errors: a seed that fails this is one of millions.
        var (packets, interval) = (totals.GetProperty("packets").GetInt64(), totals.GetProperty("packetsInterval"));
        var error = (interval.GetProperty("high").GetInt64() - packets) / 1.96;
        Assert.InRange(packets, 8000 - (5 * error), 8000 + (5 * error));
        Assert.InRange(error, 100, 200);
        Assert.True(totals.GetProperty("bytesInterval").GetProperty("low").GetInt64() < totals.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task PacketsThatAreNotSampled_AreCountedAsSuch()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap", samplingRate = 10 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, 1000).Select(_ => new PcapPacket(stage.Time.Seconds - 600, "203.0.113.5", "10.0.1.10", 1000, 53, 40))]));
        await stage.CaptureAsync(TimeSpan.Zero);

        var file = (await stage.Account.GetAsync($"api/enis/{eni}/captures")).Expect(HttpStatusCode.OK).Json.GetProperty("items")[0];
        var skipped = file.GetProperty("skippedPackets").GetProperty("NotSampled").GetInt64();
        Assert.InRange(skipped, 1, 999);
        Assert.Equal(1000, skipped + file.GetProperty("packets").GetInt64());
    }

    [Fact]
    public async Task Multicast_IsLeftOut_AndCounted()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var time = stage.Time.Seconds - 600;
        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(
            new(time, "10.0.1.10", "224.0.0.251", 5353, 5353, 100),
            new(time, "10.0.1.7", "239.255.255.250", 1900, 1900, 100),
            new(time, "10.0.1.7", "255.255.255.255", 68, 67, 300)));
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var flow = Assert.Single(await stage.RecordsAsync("flows"), record => record.Status == LogStatus.Ok);
        Assert.Equal(("255.255.255.255", Direction.In), (flow.Flow.Destination.ToString(), flow.Direction));
        var file = (await stage.Account.GetAsync($"api/enis/{eni}/captures")).Expect(HttpStatusCode.OK).Json.GetProperty("items")[0];
        Assert.Equal(2, file.GetProperty("skippedPackets").GetProperty("Multicast").GetInt64());
    }

    [Theory]
    [InlineData("""{"type":"generator","samplingRate":10}""", "trafficSource.samplingRate", "ValueNotSupported")]
    [InlineData("""{"type":"none","insideTunnels":true}""", "trafficSource.insideTunnels", "ValueNotSupported")]
    [InlineData("""{"type":"pcap","samplingRate":0}""", "trafficSource.samplingRate", "ValueNotSupported")]
    [InlineData("""{"type":"pcap","insideTunnels":"yes"}""", "trafficSource.insideTunnels", "WrongType")]
    public async Task WrongChoice_IsRefused(string source, string field, string code)
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });

        var answer = await stage.Account.PatchAsync($"api/enis/{eni}", new { trafficSource = System.Text.Json.JsonDocument.Parse(source).RootElement });
        answer.Expect(HttpStatusCode.BadRequest);
        var error = answer.Json.GetProperty("errors")[0];
        Assert.Equal((field, code), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
    }
}
