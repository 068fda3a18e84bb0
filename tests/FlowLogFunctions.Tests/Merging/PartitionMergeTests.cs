using FlowLog.Flows;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Merging;

[Collection(AzuriteCollection.Name)]
public sealed class PartitionMergeTests(AzuriteCollection.Shared azurite)
{
    [Fact]
    public async Task Merged_SameRecordsInFewerChunksSameOrderSameCursorsSameSums()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, batches: 30);
        var reader = new LogstoreReader(worker, site.Logstore.Id, site.Hour);
        var (before, reversed, sums) = (await reader.AllAsync(), await reader.AllAsync(reverse: true), await reader.AggregateAsync());

        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        Assert.Equal(LogstoreKeys.Shards, (await HeadersAsync(site, worker)).Count);
        Assert.Equal(before, await reader.AllAsync());
        Assert.Equal(reversed, await reader.AllAsync(reverse: true));
        Assert.Equal(before, await reader.PagesAsync(7, reverse: false));
        Assert.Equal(reversed, await reader.PagesAsync(50, reverse: true));
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(before), RecordCounts.Of(sent)));
        var merged = await reader.AggregateAsync();
        Assert.Equal(sums.Series.OrderBy(point => point.Key), merged.Series.OrderBy(point => point.Key));
        Assert.Equal(sums.Sources.Ranked(), merged.Sources.Ranked());
        Assert.Equal(sums.Destinations.Ranked(), merged.Destinations.Ranked());
    }

    [Fact]
    public async Task RepeatedAfterMerge_ChangesNothing()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, batches: 12);
        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        await FillAsync(site, site.NewWorker(), batches: 12);
        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        Assert.Equal(LogstoreKeys.Shards, (await HeadersAsync(site, worker)).Count);
        var found = await new LogstoreReader(worker, site.Logstore.Id, site.Hour).AllAsync();
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of(sent)));
    }

    [Fact]
    public async Task LateChunks_AreMergedAmongThemselves()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, batches: 20);
        await worker.MergeAsync(site.Logstore.Id, site.Hour);
        var late = await FillAsync(site, worker, batches: 20, firstStep: 100);

        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        Assert.InRange((await HeadersAsync(site, worker)).Count, LogstoreKeys.Shards + 1, 2 * LogstoreKeys.Shards);
        var (all, found) = (RecordCounts.Of([.. sent, .. late]), await new LogstoreReader(worker, site.Logstore.Id, site.Hour).AllAsync());
        Assert.Null(RecordCounts.Complaint(all, RecordCounts.Of(found), all));
    }

    [Fact]
    public async Task ManyAndLargeChunks_KeepWithinTheLimitsOfStorage()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = new List<FlowRecord>();
        for (var batch = 0; batch < 150; batch++)
            sent.AddRange(await SendAsync(site, worker, batch, batch % 10 == 0 ? 1_500 : 3));

        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        var headers = await HeadersAsync(site, worker);
        Assert.All(headers, header => Assert.True(LogstoreKeys.IsMerged(header.Row)));
        Assert.Contains(headers, header => header.Bytes > TableLimits.PropertyBytes);
        var found = await new LogstoreReader(worker, site.Logstore.Id, site.Hour).AllAsync();
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of(sent)));
    }

    [Fact]
    public async Task TwoWorkersAtOnce_OneWinsNothingDoubles()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var workers = new[] { site.NewWorker(), site.NewWorker(), site.NewWorker() };
        var sent = await FillAsync(site, workers[0], batches: 40);

        await Task.WhenAll(workers.Select(worker => worker.MergeAsync(site.Logstore.Id, site.Hour)));

        Assert.Equal(LogstoreKeys.Shards, (await HeadersAsync(site, workers[0])).Count);
        var found = await new LogstoreReader(workers[0], site.Logstore.Id, site.Hour).AllAsync();
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of(sent)));
    }

    [Fact]
    public async Task AnswerLost_TheRepeatedExchangeFindsItself()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, batches: 20);
        var cut = 0;
        worker.Faults.Rule = request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Interlocked.Increment(ref cut) == 1 ? Fault.CutOff : Fault.None;

        await worker.MergeAsync(site.Logstore.Id, site.Hour);

        Assert.True(cut > 1, "the exchange was not tried again");
        Assert.Equal(LogstoreKeys.Shards, (await HeadersAsync(site, worker)).Count);
        var found = await new LogstoreReader(worker, site.Logstore.Id, site.Hour).AllAsync();
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of(sent)));
    }

    private static Task<IReadOnlyList<ChunkHeader>> HeadersAsync(LogstoreSite site, LogstoreWorker worker) =>
        worker.Tables.HeadersAsync(site.Logstore.Id, site.Hour, site.Hour, site.Hour + 3600, default);

    /// <summary>Sends batches whose records depend on their steps only; what was sent.</summary>
    private static async Task<IReadOnlyList<FlowRecord>> FillAsync(LogstoreSite site, LogstoreWorker worker, int batches, int firstStep = 0)
    {
        var sent = new List<FlowRecord>();
        for (var step = firstStep; step < firstStep + batches; step++)
            sent.AddRange(await SendAsync(site, worker, step, 20));
        return sent;
    }

    private static async Task<IReadOnlyList<FlowRecord>> SendAsync(LogstoreSite site, LogstoreWorker worker, int step, int count)
    {
        var records = SomeFlows.Of(new Random(step), site.Hour, count);
        Assert.Equal(0, await worker.IngestAsync(site.Message(step, 0, records)));
        return records;
    }
}
