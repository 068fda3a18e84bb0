using FlowLogFunctions.Capture;
using FlowLogFunctions.Network;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>Sessions are remembered for as long as they can decide something.</summary>
[Collection(ApiCollection.Name)]
public sealed class RecordMakerTests(ApiFixture api)
{
    private static readonly object Generator = new { type = "generator", seed = 7, flowsPerMinute = 200 };

    [Fact]
    public async Task DeletedEni_ItsSessionsGoAndOthersStay()
    {
        await using var stage = await Stage.OpenAsync(api);
        var (gone, _) = (await stage.EniAsync("10.0.1.10", Generator), await stage.EniAsync("10.0.1.11", Generator));
        await stage.LogstoreAsync("flows", report: false);
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(2, stage.Get<RecordMaker>().Remembered);

        Assert.Null(await stage.Get<DeleteEni>().RunAsync(stage.Scope, gone, null, default));
        await stage.CaptureAsync(TimeSpan.FromMinutes(15));
        stage.Get<RecordMaker>().Forget();
        Assert.Equal(2, stage.Get<RecordMaker>().Remembered);
        await stage.CaptureAsync(TimeSpan.FromMinutes(30));
        stage.Get<RecordMaker>().Forget();

        Assert.Equal(1, stage.Get<RecordMaker>().Remembered);
    }

    /// <summary>Nothing runs for hours. The run that catches up knows the sessions of before, and only then forgets.</summary>
    [Fact]
    public async Task RunAfterAnOutage_KnowsTheSessionsOfBefore()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.LogstoreAsync("flows", report: false);
        await stage.FlowLogAsync("flows");
        var from = (uint)stage.Time.Seconds;
        await stage.PutCaptureAsync(eni, "a.pcap", Pcaps.Of(
            new PcapPacket(from, "10.0.1.10", "203.0.113.5", 1000, 53, 60), new PcapPacket(from + 150, "203.0.113.5", "10.0.1.10", 53, 1000, 60)));
        await stage.CaptureAsync(TimeSpan.FromSeconds(80));
        stage.Get<RecordMaker>().Forget();

        await stage.CaptureAsync(TimeSpan.FromHours(3));
        stage.Get<RecordMaker>().Forget();
        await stage.IngestAsync();

        var answers = (await stage.RecordsAsync("flows")).Where(record => record.Packets > 0).OrderBy(record => record.Start).ToList();
        Assert.Equal([FlowLog.Flows.FlowAction.Accept, FlowLog.Flows.FlowAction.Accept], answers.Select(record => record.Action));
        Assert.Equal(1, stage.Get<RecordMaker>().Remembered);
    }
}
