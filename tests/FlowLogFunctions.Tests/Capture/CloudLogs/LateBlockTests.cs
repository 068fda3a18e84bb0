using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

/// <summary>Blocks of foreign flow logs that come after a flow log has ended.</summary>
[Collection(ApiCollection.Name)]
public sealed class LateBlockTests(ApiFixture api)
{
    private static readonly object VNet = new { type = "vnet-flow-logs" };

    [Fact]
    public async Task BlockAfterTheDeactivation_WhatWasBeforeItIsThere()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var (blob, end) = await EndedAsync(cloud);
        await blob.AddAsync(cloud.Record(cloud.Tuple(end, 2, 200), cloud.Tuple(end + 30, 3, 300)));
        await cloud.CaptureAsync();
        await blob.AddAsync(cloud.Record(cloud.Tuple(end - 5, 4, 400), cloud.Tuple(end + 40, 5, 500)));

        await cloud.CaptureAsync(15);
        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200", "4:400"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task BlockAfterTheClosingTime_IsNotReadAndTheFlowLogIsForgotten()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var (blob, end) = await EndedAsync(cloud);

        // The hour ends in 28 minutes and its log is complete an hour later.
        await cloud.CaptureAsync(87);
        await blob.AddAsync(cloud.Record(cloud.Tuple(end, 2, 200)));
        await cloud.CaptureAsync(0.9);
        await blob.AddAsync(cloud.Record(cloud.Tuple(end, 3, 300)));
        await cloud.CaptureAsync();
        await cloud.CaptureAsync();

        Assert.Equal(["1:100", "2:200"], await cloud.FlowsAsync());
        await cloud.CaptureAsync(60);
        Assert.Empty(await cloud.Stage.Get<EndedFlowLogs>().AllAsync(cloud.Stage.Scope, default).ToListAsync());
    }

    [Fact]
    public async Task ActivatedAgain_TheTimeBetweenIsLeftOutAndWhatComesAfterIsThere()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var (blob, end) = await EndedAsync(cloud);
        await blob.AddAsync(cloud.Record(cloud.Tuple(end, 2, 200), cloud.Tuple(end + 61, 3, 300)));
        await cloud.CaptureAsync(5);
        await cloud.ResumeAsync();
        var again = cloud.Now;
        await cloud.CaptureAsync(2);
        await blob.AddAsync(cloud.Record(cloud.Tuple(end - 1, 4, 400), cloud.Tuple(end + 100, 5, 500), cloud.Tuple(again, 6, 600), cloud.Tuple(again + 70, 7, 700)));

        await cloud.CaptureAsync(2);

        Assert.Equal(["1:100", "2:200", "4:400", "6:600", "7:700"], await cloud.FlowsAsync());
    }

    [Fact]
    public async Task LateBlocks_KilledAnywhere_AreHandedOverOnce()
    {
        await using var cloud = await CloudStage.OpenAsync(api, VNet);
        var (blob, end) = await EndedAsync(cloud);
        var dice = new Random(5);
        for (var round = 0; round < 8; round++)
        {
            cloud.Stage.Kills.Dies = null;
            await blob.AddAsync(cloud.Record(cloud.Tuple(end, 10 + round, 60)));
            cloud.Stage.Kills.Dies = () => dice.Next(6) == 0;
            await cloud.CaptureAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        }

        cloud.Stage.Kills.Dies = null;
        await cloud.CaptureAsync();
        await cloud.CaptureAsync();

        Assert.Equal(9, (await cloud.RecordsAsync()).Where(record => record.Packets > 0).Sum(record => record.Packets));
    }

    /// <summary>A flow was logged and captured, and then the flow log ended.</summary>
    private static async Task<(AzureLogWriter Blob, long End)> EndedAsync(CloudStage cloud)
    {
        var blob = AzureLogWriter.VNet(cloud.Blobs, cloud.Now, cloud.Mac);
        await blob.AddAsync(cloud.Record(cloud.Tuple(cloud.Now, 1, 100)));
        await cloud.CaptureAsync(2);
        var end = cloud.Now;
        await cloud.EndAsync();
        return (blob, end);
    }
}
