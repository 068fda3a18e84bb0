using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Export;

[Collection(AzuriteCollection.Name)]
public sealed class ExportScanTests(AzuriteCollection.Shared azurite)
{
    private const int Batches = 24;
    private const int Records = 25;

    public static IEnumerable<object[]> Seeds => LongRuns.Seeds(6, 60);

    [Theory, MemberData(nameof(Seeds))]
    public async Task MergedMeanwhile_EachRecordOnce(int seed)
    {
        var random = new Random(seed);
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, 0);
        if (random.Next(2) == 0)
            await MergeSomeAsync(site, worker, random);
        sent.AddRange(await FillAsync(site, worker, 100));

        var found = new List<FlowRecord>();
        var query = random.Next(3) == 0 ? FlowPredicate.Equal(FlowFields.Protocol, 6) : null;
        await foreach (var rows in Scan(site, worker, query).RunAsync([site.Hour], default))
        {
            found.AddRange(RecordsOf(rows));
            if (random.Next(5) == 0)
                await MergeSomeAsync(site, worker, random);
        }

        var all = RecordCounts.Of(sent.Where(record => query is null || record.Flow.Protocol == 6));
        Assert.Null(RecordCounts.Complaint(all, RecordCounts.Of(found), all));
    }

    [Fact]
    public async Task ChunksThatComeMeanwhile_AreNotWaitedFor_AndDoNotDouble()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, 0);

        var (found, late) = (new List<FlowRecord>(), new List<FlowRecord>());
        await foreach (var rows in Scan(site, worker, null).RunAsync([site.Hour], default))
        {
            found.AddRange(RecordsOf(rows));
            if (late.Count > 0)
                continue;
            late.AddRange(await FillAsync(site, worker, 100));
            await worker.MergeAsync(site.Logstore.Id, site.Hour);
        }

        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of([.. sent, .. late])));
    }

    [Fact]
    public async Task Reader_ThatTakesNothing_LetsNothingBeRead()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        await FillAsync(site, worker, 0);
        var (reads, taken) = (0, 0);
        worker.Faults.Rule = request =>
        {
            if (request.Uri.Path.Contains("PartitionKey", StringComparison.Ordinal))
                Interlocked.Increment(ref reads);
            return Fault.None;
        };

        await foreach (var _ in Scan(site, worker, null).RunAsync([site.Hour], default))
            Assert.InRange(Volatile.Read(ref reads), ++taken, taken + ExportScan.ChunksAhead + 1);

        Assert.Equal(Batches, taken);
        Assert.Equal(Batches, reads);
    }

    [Fact]
    public async Task Range_HoldsItsStartAndNotItsEnd()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var sent = await FillAsync(site, worker, 0);
        var starts = sent.Select(record => record.Start).Order().ToList();
        var range = new TimeRange(starts[starts.Count / 4], starts[starts.Count / 2]);

        var found = new List<FlowRecord>();
        await foreach (var rows in new ExportScan(worker.Tables, site.Logstore.Id, range, null).RunAsync([site.Hour], default))
            found.AddRange(RecordsOf(rows));

        var all = RecordCounts.Of(sent.Where(record => record.Start >= range.From && record.Start < range.To));
        Assert.Null(RecordCounts.Complaint(all, RecordCounts.Of(found), all));
    }

    private static ExportScan Scan(LogstoreSite site, LogstoreWorker worker, FlowPredicate? query) =>
        new(worker.Tables, site.Logstore.Id, new TimeRange(site.Hour, site.Hour + 3600), query);

    private static IEnumerable<FlowRecord> RecordsOf(FlowColumns rows) => Enumerable.Range(0, rows.Count).Select(row => rows[row]);

    /// <summary>Merges a shard, or a few neighbours of it as another worker would that was cut off.</summary>
    private static async Task MergeSomeAsync(LogstoreSite site, LogstoreWorker worker, Random random)
    {
        var shard = random.Next(LogstoreKeys.Shards);
        if (random.Next(2) == 0)
        {
            Assert.True(await worker.MergeAsync(site.Logstore.Id, site.Hour, shard));
            return;
        }

        var unmerged = await worker.Get<LogstoreMerges>().UnmergedAsync(site.Logstore.Id, site.Hour, shard, default);
        var group = unmerged.Skip(random.Next(unmerged.Count + 1)).Take(random.Next(2, 6)).ToList();
        if (group.Count > 1)
            await Exchange.OfAsync(worker, group);
    }

    private static async Task<List<FlowRecord>> FillAsync(LogstoreSite site, LogstoreWorker worker, int firstStep)
    {
        var sent = new List<FlowRecord>();
        for (var step = firstStep; step < firstStep + Batches; step++)
        {
            var records = SomeFlows.Of(new Random(step), site.Hour, Records);
            Assert.Equal(0, await worker.IngestAsync(site.Message(step, 0, records)));
            sent.AddRange(records);
        }

        return sent;
    }
}
