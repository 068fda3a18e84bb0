using System.Net;
using Azure.Core;
using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>Capture files that go, or come again, before and after they have been read.</summary>
[Collection(ApiCollection.Name)]
public sealed class RemovedFileTests(ApiFixture api)
{
    /// <summary>Of each of two files: some batches.</summary>
    private const int Packets = 12_000;
    private const string A = "203.0.113.5";
    private const string B = "203.0.113.6";

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
            (await stage.Account.DeleteAsync($"api/enis/{eni}/captures/{round}.pcap")).Expect(HttpStatusCode.NoContent);
        }

        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["same.pcap"], (await CursorAsync(stage, eni)).Files.Keys);
        (await stage.Account.DeleteAsync($"api/enis/{eni}/captures/same.pcap")).Expect(HttpStatusCode.NoContent);
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        Assert.Empty((await CursorAsync(stage, eni)).Files);
        Assert.Equal(6, (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).Sum(record => record.Packets));
    }

    [Fact]
    public async Task FileOfAStepThatWasCutOff_StaysUntilTheStepIsRepeated()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await StepCutOffAsync(stage);

        var removal = await stage.Account.DeleteAsync($"api/enis/{eni}/captures/a.pcap");
        removal.Expect(HttpStatusCode.Conflict);
        Assert.Equal("CaptureInUse", removal.Text("code"));
        Assert.Equal("CaptureInUse", (await PutAgainAsync(stage, eni, "a.pcap")).Refusal?.Code);
        Assert.True((await PutAgainAsync(stage, eni, "c.pcap")).IsTaken);
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();
        var records = await stage.RecordsAsync("flows");
        (await stage.Account.DeleteAsync($"api/enis/{eni}/captures/a.pcap")).Expect(HttpStatusCode.NoContent);

        // And that of the file that was free to be replaced.
        Assert.Equal(Packets + 1, Of(records, A).Sum(record => record.Packets));
        Assert.Equal(Packets, Of(records, B).Sum(record => record.Packets));
        Assert.DoesNotContain(records, record => record.Status == LogStatus.SkipData);
    }

    [Fact]
    public async Task FileThatGoesWithoutTheService_IsSaidToBeMissing_AndNothingCountsTwice()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await StepCutOffAsync(stage);

        Assert.True(await stage.Get<CaptureFiles>().RemoveAsync(stage.Scope, eni, "a.pcap", default));
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();
        var records = await stage.RecordsAsync("flows");

        Assert.Equal(records.Count(record => record.Status == LogStatus.Ok), records.Where(record => record.Status == LogStatus.Ok).Select(record => record.Flow).Distinct().Count());
        Assert.All(records.Where(record => record.Status == LogStatus.Ok), record => Assert.Equal(1, record.Packets));
        Assert.NotEmpty(Of(records, A));
        var said = records.Where(record => record.Status == LogStatus.SkipData).ToList();
        Assert.All(said, record => Assert.StartsWith("capture file a.pcap: removed or replaced before a step", record.SkipReason, StringComparison.Ordinal));
        Assert.NotEmpty(said);
    }

    [Fact]
    public async Task FileOfAStepThatNobodyRepeats_CanBeRemovedAfterAnHour()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await StepCutOffAsync(stage);

        stage.Time.Now += TimeSpan.FromMinutes(61);

        Assert.True((await PutAgainAsync(stage, eni, "a.pcap")).IsTaken);
    }

    /// <summary>An ENI with a step that reads two files and died when some of its batches had been sent.</summary>
    private static async Task<string> StepCutOffAsync(Stage stage)
    {
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var time = stage.Time.Seconds - 7200;
        await stage.PutCaptureAsync(eni, "a.pcap", Many(A, time, new Random(1)));
        await stage.PutCaptureAsync(eni, "b.pcap", Many(B, time, new Random(2)));
        var sent = 0;
        stage.Kills.DiesAt = request => request.Method == RequestMethod.Post && request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal) && ++sent == 4;
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        stage.Kills.DiesAt = null;
        Assert.NotNull((await CursorAsync(stage, eni)).Plan);
        return eni;
    }

    private static byte[] Many(string source, long time, Random random) => Pcaps.Of(
        [.. Enumerable.Range(0, Packets).Select(i => new PcapPacket(time + random.Next(50), source, "10.0.1.10", 1000 + i, 1024 + random.Next(60_000), 60 + random.Next(1400)))]);

    private static IEnumerable<FlowRecord> Of(IEnumerable<FlowRecord> records, string source) =>
        records.Where(record => record.Status == LogStatus.Ok && record.Flow.Source == IpAddress.Parse(source));

    private static async Task<(bool IsTaken, Refusal? Refusal)> PutAgainAsync(Stage stage, string eni, string name)
    {
        var file = OnePacket(stage);
        var outcome = await stage.Get<PutCaptureFile>().RunAsync(
            new Caller(stage.Account.AccountId, null, stage.Scope.Region), eni, name, new CaptureUpload(new MemoryStream(file), file.Length, Shift: false, OnlyNew: false), default);
        return (outcome.Refusal is null, outcome.Refusal);
    }

    private static async Task<CaptureCursor> CursorAsync(Stage stage, string eni) =>
        (await stage.Get<CursorStore>().FindAsync(stage.Scope, eni, default))!.Value;

    private static byte[] OnePacket(Stage stage) => Pcaps.Of(new PcapPacket(stage.Time.Seconds - 7200, "203.0.113.5", "10.0.1.10", 40000, 80, 100));
}
