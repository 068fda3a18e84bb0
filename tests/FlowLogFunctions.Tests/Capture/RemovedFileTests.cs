using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>Capture files that go, or come again, before and after they have been read.</summary>
[Collection(ApiCollection.Name)]
public sealed class RemovedFileTests(ApiFixture api)
{
    private static readonly object Pcap = new { type = "pcap" };

    [Fact]
    public async Task FilesThatCameAndWent_LeaveNothingInTheCursor()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");

        for (var round = 0; round < 3; round++)
        {
            await stage.PutCaptureAsync(eni, $"{round}.pcap", OnePacket(stage));
            await stage.PutCaptureAsync(eni, "same.pcap", OnePacket(stage));
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
            (await stage.Account.DeleteAsync($"api/enis/{eni}/captures/{round}.pcap")).Expect(System.Net.HttpStatusCode.NoContent);
        }

        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["same.pcap"], (await CursorAsync(stage, eni)).Files.Keys);
        (await stage.Account.DeleteAsync($"api/enis/{eni}/captures/same.pcap")).Expect(System.Net.HttpStatusCode.NoContent);
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        Assert.Empty((await CursorAsync(stage, eni)).Files);
        Assert.Equal(6, (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).Sum(record => record.Packets));
    }

    private static async Task<CaptureCursor> CursorAsync(Stage stage, string eni) =>
        (await stage.Get<CursorStore>().FindAsync(stage.Scope, eni, default))!.Value;

    private static byte[] OnePacket(Stage stage) => Pcaps.Of(new PcapPacket(stage.Time.Seconds - 7200, "203.0.113.5", "10.0.1.10", 40000, 80, 100));
}
