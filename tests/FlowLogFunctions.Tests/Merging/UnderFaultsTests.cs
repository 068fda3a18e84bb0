using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Merging;

/// <summary>
/// The whole way at once: batches that come several times and in any order, written by several workers that die and whose storage fails,
/// merged by others meanwhile, read by callers all along.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class UnderFaultsTests(AzuriteCollection.Shared azurite)
{
    private const int Writers = 3;
    private const int Mergers = 2;

    private static readonly Fault[] Faults = Enum.GetValues<Fault>()[1..];
    private static readonly Fault[] WithoutDeath = [.. Faults.Where(fault => fault is not (Fault.KilledBefore or Fault.KilledAfter))];

    public static IEnumerable<object[]> Seeds => LongRuns.Seeds(few: 2, many: 40);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task WrittenMergedAndReadAtOnce_EachRecordExactlyOnceAtEveryMoment(int seed)
    {
        var random = new Random(seed);
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var traffic = new SentTraffic(site, random, batches: LongRuns.IsLong ? 200 : 60);
        using var done = new CancellationTokenSource();
        var mergers = Enumerable.Range(0, Mergers).Select(number => MergeAsync(site, Worker(site, seed, number, Faults), new Random(seed + number), done.Token)).ToList();
        var readers = new[] { false, true }.Select((reverse, number) => ReadAsync(site, Worker(site, seed, 10 + number, WithoutDeath), traffic, reverse, done.Token)).ToList();

        await WriteAsync(site, traffic, seed, random);
        await done.CancelAsync();
        await Task.WhenAll(mergers);
        var reads = await Task.WhenAll(readers);

        Assert.All(reads, count => Assert.True(count > 0, $"seed {seed}: nobody read"));
        await AssertAllIsThereAsync(site, traffic, seed);
    }

    private static LogstoreWorker Worker(LogstoreSite site, int seed, int number, Fault[] faults)
    {
        var worker = site.NewWorker();
        worker.Faults.Rule = FaultInjector.Dice((seed * 100) + number, oneOf: 12, faults);
        return worker;
    }

    /// <summary>Every delivery until somebody is done with it; a worker that died is followed by another, which knows nothing.</summary>
    private static async Task WriteAsync(LogstoreSite site, SentTraffic traffic, int seed, Random random)
    {
        var deliveries = traffic.Deliveries(random);
        var workers = Enumerable.Range(0, Writers).Select(number => Worker(site, seed, 20 + number, Faults)).ToList();
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 2 * Writers }, async (delivery, _) =>
        {
            delivery.Batch.IsSent = true;
            await workers[delivery.Number % Writers].IngestAsync(delivery.Batch.Message);
            delivery.Batch.IsDone = true;
        });
        Assert.True(workers.Sum(worker => worker.Faults.Counts.Sum(count => count.Key == Fault.None ? 0 : count.Value)) > 10, $"seed {seed}: hardly any fault");
    }

    private static async Task MergeAsync(LogstoreSite site, LogstoreWorker worker, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await worker.MergeAsync(site.Logstore.Id, site.Hour, random.Next(4));
    }

    /// <summary>How often all has been read, page by page, at once and as sums.</summary>
    private static async Task<int> ReadAsync(LogstoreSite site, LogstoreWorker worker, SentTraffic traffic, bool reverse, CancellationToken stop)
    {
        var reader = new LogstoreReader(worker, site.Logstore.Id, site.Hour);
        for (var count = 0; ; count++)
        {
            if (stop.IsCancellationRequested)
                return count;
            var there = traffic.Done();
            var found = new List<FlowRecord>();
            Aggregate? sums = null;
            var isRead = await LogstoreWorker.SurvivesAsync(async () =>
            {
                found = count % 2 == 0 ? await reader.PagesAsync(97, reverse) : await reader.AllAsync(reverse);
                sums = await reader.AggregateAsync();
            });
            if (!isRead)
                continue;
            var sent = traffic.Sent();
            var complaint = RecordCounts.Complaint(there, RecordCounts.Of(found), sent);
            Assert.True(complaint is null, $"read {count}, reverse {reverse}: {complaint}");
            Assert.Equal(found.Select(record => record.Start), (reverse ? found.OrderByDescending(record => record.Start) : found.OrderBy(record => record.Start)).Select(record => record.Start));
            Assert.InRange(sums!.Series.Sum(point => point.Value.Records), there.Values.Sum(), sent.Values.Sum());
        }
    }

    private static async Task AssertAllIsThereAsync(LogstoreSite site, SentTraffic traffic, int seed)
    {
        var worker = site.NewWorker();
        var reader = new LogstoreReader(worker, site.Logstore.Id, site.Hour);
        var (all, found) = (traffic.Sent(), await reader.AllAsync());
        Assert.True(RecordCounts.Complaint(all, RecordCounts.Of(found), all) is null, $"seed {seed}: {RecordCounts.Complaint(all, RecordCounts.Of(found), all)}");
        await worker.MergeAsync(site.Logstore.Id, site.Hour);
        foreach (var batch in traffic.Batches)
            Assert.Equal(0, await worker.IngestAsync(batch.Message));
        await worker.MergeAsync(site.Logstore.Id, site.Hour);
        Assert.Equal(found, await reader.AllAsync());
        Assert.Equal(found, await reader.PagesAsync(31, reverse: false));
        var expected = Aggregate.Of(FlowColumns.Of(found));
        Assert.Equal(expected.Series.OrderBy(point => point.Key), (await reader.AggregateAsync()).Series.OrderBy(point => point.Key));
    }
}
