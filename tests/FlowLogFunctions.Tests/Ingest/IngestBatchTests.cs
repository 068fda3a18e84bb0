using System.Diagnostics.Metrics;
using FlowLog.Chunks;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ingest;

[Collection(ApiCollection.Name)]
public sealed class IngestBatchTests(ApiFixture api)
{
    [Fact]
    public async Task UnreadableMessage_IsCountedAndThrownForThePoisonQueue()
    {
        await using var stage = await Stage.OpenAsync(api);
        using var counted = new Counted("flowlog.queue.unreadable");

        await Assert.ThrowsAsync<ChunkFormatException>(() => stage.Get<IngestBatch>().RunAsync(new byte[] { 1, 2, 3 }, default));

        Assert.True(counted.Sum >= 1);
    }

    [Fact]
    public async Task DeletedLogstoreOrFlowLog_IsCountedAndTheRestDelivered()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 1, flowsPerMinute = 50 });
        foreach (var name in new[] { "kept", "gone", "left" })
            await stage.LogstoreAsync(name);
        await stage.FlowLogAsync("kept");
        await stage.FlowLogAsync("gone");
        var left = await stage.FlowLogAsync("left");
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        (await stage.Account.DeleteAsync($"api/projects/{stage.Project}/logstores/gone")).Expect(System.Net.HttpStatusCode.NoContent);
        (await stage.Account.DeleteAsync($"api/flowlogs/{left}")).Expect(System.Net.HttpStatusCode.NoContent);
        await stage.SettleAllAsync();
        // Captured up to its end, and an hour later forgotten.
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.Get<FlowLogFunctions.FlowLogs.RepairFlowLogs>().RunAsync(stage.Scope, default);
        stage.Time.Now += TimeSpan.FromHours(2);
        await stage.Get<FlowLogFunctions.FlowLogs.RepairFlowLogs>().RunAsync(stage.Scope, default);
        using var counted = new Counted("flowlog.ingest.undeliverable");

        await stage.IngestAsync();

        Assert.NotEmpty(await stage.RecordsAsync("kept"));
        Assert.Empty(await stage.RecordsAsync("left"));
        Assert.True(counted.Sum >= 2, $"{counted.Sum} counted");
    }

    [Fact]
    public async Task LogstoreMadeAgain_NeverShowsOldRecords()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 1, flowsPerMinute = 50 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        Assert.NotEmpty(await stage.RecordsAsync("flows"));

        (await stage.Account.DeleteAsync($"api/projects/{stage.Project}/logstores/flows")).Expect(System.Net.HttpStatusCode.NoContent);
        await stage.LogstoreAsync("flows");

        Assert.Empty(await stage.RecordsAsync("flows"));
    }

    /// <summary>What an instrument of the app counts meanwhile; other tests of the process may count too.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _sum;

        public Counted(string instrument)
        {
            _listener.InstrumentPublished = (found, listener) =>
            {
                if (found.Name == instrument)
                    listener.EnableMeasurementEvents(found);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _sum, value));
            _listener.Start();
        }

        public long Sum => Interlocked.Read(ref _sum);

        public void Dispose() => _listener.Dispose();
    }
}
