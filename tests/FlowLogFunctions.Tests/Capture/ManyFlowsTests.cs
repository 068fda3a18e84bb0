using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Capture;

[Collection(ApiCollection.Name)]
public sealed class ManyFlowsTests(ApiFixture api)
{
    /// <summary>More than may be open, and more than wait before they are handed on while the file is read.</summary>
    private const int Flows = 130_000;

    [Fact]
    public async Task MoreFlowsThanMayBeOpen_AreClosedEarly_AndEachPacketIsThereOnce_HoweverOftenTheWorkerDies()
    {
        await using var stage = await Stage.OpenAsync(api);
        stage.Get<IOptions<CaptureOptions>>().Value.MaxFlows = 1000;
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.LogstoreAsync("flows", report: false);
        await stage.FlowLogAsync("flows");
        var time = stage.Time.Seconds - 600;
        await stage.PutCaptureAsync(eni, "scan.pcap", Pcaps.Of(
            [.. Enumerable.Range(0, Flows + 1000).Select(i => new PcapPacket(time, $"203.{i / 250 / 250 % 3}.{i / 250 % 250}.{i % 250}", "10.0.1.10", 1000, 1 + (i % Flows / 50_000), 60))]));
        var dice = new Random(8);
        stage.Kills.Dies = () => dice.Next(40) == 0;
        for (var run = 0; run < 3; run++)
            await stage.CaptureAsync(TimeSpan.Zero);
        stage.Kills.Dies = null;
        await stage.CaptureAsync(TimeSpan.Zero);
        await stage.IngestAsync();

        var records = (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).ToList();
        Assert.Equal(Flows + 1000, records.Sum(record => record.Packets));
        Assert.Equal((Flows + 1000) * 60L, records.Sum(record => record.Bytes));
        Assert.True(records.Select(record => record.Flow).Distinct().Count() >= 100_000);
    }
}
