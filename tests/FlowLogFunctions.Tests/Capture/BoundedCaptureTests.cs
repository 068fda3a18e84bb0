using System.IO.Compression;
using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>More to read than a step and a run read: nobody else waits for it, and in the end all of it is there.</summary>
[Collection(ApiCollection.Name)]
public sealed class BoundedCaptureTests(ApiFixture api)
{
    private const int PacketsOfMinute = 40_000;

    private static readonly object Pcap = new { type = "pcap" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FileThatUnpacksToMoreThanAStepReads_HoldsNobodyUp_AndIsReadToItsEnd(bool dies)
    {
        await using var stage = await BoundedAsync();
        await using var other = await BoundedAsync();
        var (eni, otherEni) = (await CoveredAsync(stage), await CoveredAsync(other));
        var start = CaptureWindow.Floor(stage.Time.Seconds, 60);
        await stage.PutCaptureAsync(eni, "bomb.pcap.gz", Gzip(Pcaps.Of([.. Minute(start), .. Minute(start + 120)])));
        await stage.PutCaptureAsync(eni, "late.pcap.gz", Gzip(Pcaps.Of(Minute(start - 3600))));
        await other.PutCaptureAsync(otherEni, "small.pcap", Pcaps.Of(new PcapPacket(start, "203.0.113.5", "10.0.1.10", 1000, 53, 60)));
        stage.Time.Now += TimeSpan.FromMinutes(4);

        await RunAsync(stage, other);
        var first = await CursorAsync(stage, eni);
        await IngestAsync(stage);
        Assert.Equal(1, (await other.RecordsAsync("flows")).Sum(record => record.Packets));
        Assert.False(first.Files["bomb.pcap.gz"].Done);
        Assert.InRange(first.Files["bomb.pcap.gz"].Packets, 1, PacketsOfMinute);
        Assert.Equal(start, first.Until);

        var dice = new Random(3);
        var runs = 0;
        stage.Kills.Dies = dies ? () => dice.Next(12) == 0 : null;
        for (; (await QuietlyAsync(stage, () => CursorAsync(stage, eni))).Files.Values.Any(file => !file.Done); runs++)
        {
            Assert.True(runs < 100, "The files are not read to their ends.");
            await RunAsync(stage, other);
        }

        stage.Kills.Dies = null;
        await RunAsync(stage, other);
        await IngestAsync(stage);

        Assert.True(runs >= 3, $"{runs} runs");
        var records = (await stage.RecordsAsync("flows")).ToList();
        Assert.Equal(
            [(start - 3600, PacketsOfMinute), (start, PacketsOfMinute), (start + 120, PacketsOfMinute)],
            records.Where(record => record.Status == LogStatus.Ok).GroupBy(record => CaptureWindow.Floor(record.Start, 60), record => (int)record.Packets).Select(minute => (minute.Key, minute.Sum())).Order());
        Assert.Equal([start + 60], records.Where(record => record.Status == LogStatus.NoData && record.Start < start + 180).Select(record => record.Start));
        Assert.DoesNotContain(records, record => record.Status == LogStatus.SkipData);
    }

    [Fact]
    public async Task FileThatUnpacksToMoreThanIsRead_CountsUpToThere_AndSaysSo()
    {
        await using var stage = await BoundedAsync();
        stage.Get<IOptions<CaptureOptions>>().Value.MaxUnpackedMebibytes = 1;
        var eni = await CoveredAsync(stage);
        await stage.PutCaptureAsync(eni, "bomb.pcap.gz", Gzip(Pcaps.Of(Minute(CaptureWindow.Floor(stage.Time.Seconds, 60)))));

        for (var run = 0; run < 4; run++)
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        var records = await stage.RecordsAsync("flows");
        Assert.InRange(records.Sum(record => record.Packets), 15_000, 30_000);
        Assert.Contains("TooLarge", Assert.Single(records, record => record.Status == LogStatus.SkipData).SkipReason, StringComparison.Ordinal);
    }

    private async Task<Stage> BoundedAsync()
    {
        var stage = await Stage.OpenAsync(api);
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(CaptureWindow.Floor(stage.Time.Seconds, 60) + 20);
        var options = stage.Get<IOptions<CaptureOptions>>().Value;
        (options.StepMebibytes, options.RunSeconds) = (1, 0);
        return stage;
    }

    private static async Task<string> CoveredAsync(Stage stage)
    {
        var eni = await stage.EniAsync("10.0.1.10", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        return eni;
    }

    private static Task RunAsync(Stage stage, Stage other) =>
        stage.Get<CaptureRun>().RunAsync([stage.Scope, other.Scope], new CaptureTally(), default);

    private static async Task<CaptureCursor> CursorAsync(Stage stage, string eni) =>
        (await stage.Get<CursorStore>().FindAsync(stage.Scope, eni, default))!.Value;

    /// <summary>A look of the test's own, at which nobody dies.</summary>
    private static async Task<T> QuietlyAsync<T>(Stage stage, Func<Task<T>> look)
    {
        stage.Kills.Dies = null;
        return await look();
    }

    private static PcapPacket[] Minute(long start) =>
        [.. Enumerable.Range(0, PacketsOfMinute).Select(i => new PcapPacket(start + (i / 1000), "203.0.113.5", "10.0.1.10", 1000 + (i % 5000), 53, 60))];

    private static byte[] Gzip(byte[] file)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(file);
        return packed.ToArray();
    }

    /// <summary>Takes the messages of all accounts.</summary>
    private async Task IngestAsync(Stage stage)
    {
        var queue = api.Get<StorageClients>().Queues.GetQueueClient(QueueNames.Batches);
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await stage.Get<IngestBatch>().RunAsync(message.Body.ToArray(), default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
    }
}
