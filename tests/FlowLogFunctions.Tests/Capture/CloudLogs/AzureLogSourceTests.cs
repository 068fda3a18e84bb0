using System.Globalization;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

[Collection(ApiCollection.Name)]
public sealed class AzureLogSourceTests(ApiFixture api)
{
    private static readonly object VNet = new { type = "vnet-flow-logs" };

    [Fact]
    public async Task BlobThatGrowsWhileCaptureRuns_GivesEachTupleOnce()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        var from = cloud.Now - 300;

        for (var round = 0; round < 4; round++)
        {
            for (var block = 0; block < round; block++)
                await blob.AddAsync(cloud.Record(cloud.Tuple(from, 1000 + (round * 10) + block, 100 + round), cloud.Tuple(from, 9, 0, 'B')));
            // New folders are looked for every five minutes.
            await cloud.CaptureAsync(6);
            await cloud.CaptureAsync(0);
        }

        Assert.Equal(["1010:101", "1020:102", "1021:102", "1030:103", "1031:103", "1032:103"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task Verdict_IsTheOtherClouds()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.AddAsync(AzureLogWriter.Record(cloud.Mac, "DefaultRule_DenyAllInBound", $"{cloud.Now * 1000},203.0.113.5,10.0.1.10,1,22,6,I,D,NX,0,0,0,0"));
        await blob.AddAsync(AzureLogWriter.Record(cloud.Mac, "UserRule_web", $"{cloud.Now * 1000},203.0.113.5,10.0.1.10,2,443,6,I,E,NX,3,300,4,4000"));

        await cloud.CaptureAsync(2);

        Assert.Equal(
            [
                "In Reject DefaultRule_DenyAllInBound 0 1>22 0 0", "In Accept UserRule_web 0 2>443 3 300", "Out Accept UserRule_web 0 443>2 4 4000",
            ],
            (await cloud.RecordsAsync()).OrderBy(record => record.Packets).Select(Text));
    }

    [Fact]
    public async Task FlowLogOfDrops_GetsTheDeniedTuples()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet, "Drop");
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 0, 'D'), cloud.Tuple(cloud.Now, 2, 100)));

        await cloud.CaptureAsync(2);

        Assert.Equal(["1:0"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task BothLayoutsOfNames_AreRead()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        await AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac).AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100)));
        await AzureLogWriter.VNetById(cloud.Blobs, cloud.Now - 3600, cloud.Mac).AddAsync(cloud.Record(cloud.Tuple(cloud.Now - 3600, 2, 200)));
        await AzureLogWriter.VNet(cloud.Blobs, cloud.Now, "0022480AFFFF").AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 3, 300)));

        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task BlobThatIsWrittenAnew_IsReadOnBehindWhatWasRead()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100)));
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 2, 200)));
        await cloud.CaptureAsync();

        await blob.ReplaceAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100), cloud.Tuple(cloud.Now, 2, 200), cloud.Tuple(cloud.Now, 3, 300)));
        await cloud.CaptureAsync();
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 4, 400)));
        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200", "3:300", "4:400"], await cloud.FlowsAsync());
        Assert.Contains(await cloud.RecordsAsync(), record => record.SkipReason.Contains("written anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BlobInOnePiece_IsReadWhenItChanges()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.PutAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100)));
        await cloud.CaptureAsync();

        await blob.PutAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100)), cloud.Record(cloud.Tuple(cloud.Now, 2, 200)));
        await cloud.CaptureAsync();
        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task NsgFlowLog_IsReadFromItsContainer()
    {
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "nsg-flow-logs" });
        await AzureLogWriter.Nsg(cloud.Blobs, cloud.Now, cloud.Mac).AddAsync(AzureLogWriter.NsgRecord(
            cloud.Mac, "DefaultRule_AllowVnetOutBound",
            $"{cloud.Now},10.0.1.10,203.0.113.5,1,443,T,O,A,E,1,60,2,120", $"{cloud.Now},203.0.113.9,10.0.1.10,2,22,T,I,D,B,,,,"));

        await cloud.CaptureAsync(2);

        Assert.Equal(["1:60", "2:0", "443:120"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task KilledAnywhere_HandsEachTupleOverOnce()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        var from = cloud.Now;
        var dice = new Random(7);

        for (var round = 0; round < 25; round++)
        {
            cloud.Stage.Kills.Dies = null;
            await blob.AddAsync(cloud.Record([.. Enumerable.Range(0, 300).Select(i => cloud.Tuple(from, 1000 + (round * 300) + i, 60))]));
            cloud.Stage.Kills.Dies = () => dice.Next(12) == 0;
            await cloud.CaptureAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        }

        cloud.Stage.Kills.Dies = null;
        await cloud.CaptureAsync();
        await cloud.CaptureAsync();

        Assert.Equal(25 * 300, (await cloud.FlowsAsync()).Distinct().Count());
        Assert.Equal(25 * 300, (await cloud.RecordsAsync()).Sum(record => record.Packets));
    }

    [Fact]
    public async Task QuietWindow_IsSaidOnceItsHourIsComplete()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var hour = CaptureWindow.Floor(cloud.Now, 3600);
        var end = hour + 3600;
        await AzureLogWriter.VNet(cloud.Blobs, hour, cloud.Mac).AddAsync(cloud.Record(cloud.Tuple(end - 600, 1, 100), cloud.Tuple(end - 60, 2, 0, 'D')));

        await cloud.CaptureAsync(60);
        Assert.DoesNotContain(await cloud.RecordsAsync(), record => record.Status != LogStatus.Ok);
        await cloud.CaptureAsync(60);
        await cloud.CaptureAsync(60);

        var records = await cloud.RecordsAsync();
        var quiet = records.Where(record => record.Status == LogStatus.NoData).Select(record => (int)(record.Start - hour) / 60).ToList();
        // The flow's last tuple counts what passed in the five minutes before it.
        Assert.Equal([.. Enumerable.Range(30, 15), .. Enumerable.Range(51, 8)], quiet);
        var skipped = records.Where(record => record.Status == LogStatus.SkipData).ToList();
        Assert.Equal(Enumerable.Range(0, 60).Select(minute => end + (minute * 60L)), skipped.Select(record => record.Start));
        Assert.All(skipped, record => Assert.Contains("no flow log", record.SkipReason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TuplesThatCannotBeRead_AreSaid()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100), "nonsense", cloud.Tuple(cloud.Now + 200_000, 2, 100)));

        await cloud.CaptureAsync(2);

        var reasons = string.Join('|', (await cloud.RecordsAsync()).Select(record => record.SkipReason));
        Assert.Contains("1 tuples cannot be read (BadTime)", reasons, StringComparison.Ordinal);
        Assert.Contains("1 flows cannot be read (ImpossibleTime)", reasons, StringComparison.Ordinal);
    }

    private static string Text(FlowRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Direction} {record.Action} {record.RuleId} {record.RuleVersion} {record.Flow.SourcePort}>{record.Flow.DestinationPort} {record.Packets} {record.Bytes}");
}
