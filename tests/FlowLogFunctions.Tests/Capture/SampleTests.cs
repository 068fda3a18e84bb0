using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.LocalHost.Sample;
using FlowLogFunctions.Tests.House;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>The way of the data from recorded packets to the dashboard, on the traffic that ships with the product.</summary>
[Collection(ApiCollection.Name)]
public sealed class SampleTests(ApiFixture api)
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Top, "samples");

    [Fact]
    public async Task RecordedTraffic_IsInTheRecordsToThePacketWithItsVerdicts()
    {
        await using var stage = await Stage.OpenAsync(api);
        await MakeSampleAsync(stage);
        var logstore = SampleAccount.Logstore;

        for (var minute = 0; minute < 12; minute++)
        {
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
            await stage.IngestAsync();
        }

        var flows = (await stage.RecordsAsync(logstore, SampleAccount.Project)).Where(record => record.Status == LogStatus.Ok).ToList();
        var (packets, bytes) = await CountAsync();
        Assert.Equal((packets, bytes), (flows.Sum(record => record.Packets), flows.Sum(record => record.Bytes)));
        Assert.Equal(6, flows.Select(record => record.EniId).Distinct().Count());
        Assert.DoesNotContain(flows, record => record.Action == FlowAction.None);
        Assert.All(flows.Where(Scans), record => Assert.Equal(FlowAction.Reject, record.Action));
        Assert.Equal(396, flows.Where(Scans).Sum(record => record.Packets));
        Assert.All(flows.Where(AtTheWrongPort), record => Assert.Equal(FlowAction.Reject, record.Action));
        Assert.Contains(flows, AtTheWrongPort);
    }

    /// <summary>The port scan from the internet, but for the two ports that are open.</summary>
    private static bool Scans(FlowRecord record) =>
        record.Flow.Source.ToString() == "203.0.113.99" && record.Flow.DestinationPort is not (80 or 443);

    /// <summary>The database client with the wrong port, as the database's ENI sees it.</summary>
    private static bool AtTheWrongPort(FlowRecord record) =>
        record.Flow.DestinationPort == 5432 && record.Direction == Direction.In;

    private async Task MakeSampleAsync(Stage stage)
    {
        var mark = Path.GetTempFileName();
        File.Delete(mark);
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        await stage.RemoveNetworkAsync();
        await new SampleAccount(Folder, mark, withThisHost: false, NullLogger.Instance).MakeAsync(http, default);
        Assert.True(File.Exists(mark));
        File.Delete(mark);
        await stage.SettleAllAsync();
    }

    private static async Task<(long Packets, long Bytes)> CountAsync()
    {
        var (packets, bytes) = (0L, 0L);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "traffic"), "*.pcap"))
        {
            await using var stream = File.OpenRead(file);
            var reader = await CaptureReader.OpenAsync(stream, default);
            while (await reader.ReadAsync(default))
            {
                if (PacketDecoder.Decode(reader.Current, out var packet) != NotFlow.None)
                    continue;
                packets++;
                bytes += packet.Bytes;
            }

            Assert.Null(reader.Damage);
        }

        return (packets, bytes);
    }
}
