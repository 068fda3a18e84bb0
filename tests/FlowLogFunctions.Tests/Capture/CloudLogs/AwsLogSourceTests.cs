using System.IO.Compression;
using System.Text;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

[Collection(ApiCollection.Name)]
public sealed class AwsLogSourceTests(ApiFixture api)
{
    private const string Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

    [Fact]
    public async Task Files_AreReadOncePlainOrInGzip()
    {
        var id = Id();
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "aws-flow-logs", interfaceId = id });
        var start = cloud.Now - 60;
        await PutAsync(cloud, $"{id}/a.log.gz", Gzip($"{Header}\n{Line(id, 1, 100, start)}\n{Line("eni-other", 9, 900, start)}\n"));
        await cloud.CaptureAsync();
        await PutAsync(cloud, $"{id}/b.log", Encoding.UTF8.GetBytes($"{Header}\r\n{Line(id.ToUpperInvariant(), 2, 200, start)}\r\n"));
        await cloud.CaptureAsync();
        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
        Assert.All((await cloud.RecordsAsync()), record => Assert.Equal(Direction.Out, record.Direction));
    }

    [Fact]
    public async Task LinesWithoutData_BecomeWhatTheySay()
    {
        var id = Id();
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "aws-flow-logs", interfaceId = id });
        var start = CaptureWindow.Floor(cloud.Now - 600, 60);
        await PutAsync(cloud, $"{id}/a.log", Encoding.UTF8.GetBytes(
            $"{Header}\n2 1 {id} - - - - - - - {start} {start + 60} - NODATA\n2 1 {id} - - - - - - - {start + 60} {start + 120} - SKIPDATA\n"));

        await cloud.CaptureAsync();

        Assert.Equal(
            [(LogStatus.NoData, start, start + 60), (LogStatus.SkipData, start + 60, start + 120)],
            (await cloud.RecordsAsync()).Select(record => (record.Status, record.Start, record.End)));
    }

    [Fact]
    public async Task FileThatGoesBeforeItsStepIsRepeated_IsSaidToBeMissing_AndNothingCountsTwice()
    {
        var id = Id();
        await using var cloud = await CloudStage.OpenAsync(api, new { type = "aws-flow-logs", interfaceId = id });
        var start = cloud.Now - 60;
        await PutAsync(cloud, $"{id}/a.log", Encoding.UTF8.GetBytes($"{Header}\n{Line(id, 1, 100, start)}\n"));
        await PutAsync(cloud, $"{id}/b.log", Encoding.UTF8.GetBytes($"{Header}\n{Line(id, 2, 200, start)}\n"));

        // The step's only message is sent; then the process ends.
        var calls = 0;
        cloud.Stage.Kills.DiesAt = request => request.Uri.ToUri().AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) && ++calls == 2;
        await cloud.CaptureAsync();
        cloud.Stage.Kills.DiesAt = null;
        await cloud.Blobs.GetBlobContainerClient("aws-flow-logs").DeleteBlobAsync($"{id}/a.log");
        await cloud.CaptureAsync();

        var records = await cloud.RecordsAsync();
        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
        Assert.Single(records, record => record.Status == LogStatus.SkipData && record.SkipReason.Contains("before a step that reads it was repeated", StringComparison.Ordinal));
    }

    private static string Id() => $"eni-{Guid.NewGuid():N}"[..20];

    private static string Line(string id, int port, int bytes, long start) =>
        FormattableString.Invariant($"2 1 {id} 10.0.1.10 203.0.113.5 {port} 443 6 1 {bytes} {start} {start + 50} ACCEPT OK");

    private static byte[] Gzip(string text)
    {
        var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return result.ToArray();
    }

    private static async Task PutAsync(CloudStage cloud, string name, byte[] content)
    {
        var container = cloud.Blobs.GetBlobContainerClient("aws-flow-logs");
        await container.CreateIfNotExistsAsync();
        await container.UploadBlobAsync(name, new MemoryStream(content));
    }
}
