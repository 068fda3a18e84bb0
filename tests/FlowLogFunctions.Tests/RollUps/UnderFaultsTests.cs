using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Merging;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.RollUps;

/// <summary>
/// Roll-ups through hours of a Logstore's life: batches come again and late, workers refresh, close and merge hours at once, die, and storage fails
/// them; callers read all along and find each record that has arrived once, whatever row it is in by then.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class UnderFaultsTests(AzuriteCollection.Shared azurite)
{
    private const int HoursOfTraffic = 3;
    private const int Rounds = 4;

    private static readonly Fault[] Faults = Enum.GetValues<Fault>()[1..];
    private static readonly Fault[] WithoutDeath = [.. Faults.Where(fault => fault is not (Fault.KilledBefore or Fault.KilledAfter))];

    public static IEnumerable<object[]> Seeds => LongRuns.Seeds(few: 2, many: 30);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task LateRepeatedMergedAndReadAtOnce_DashboardIsWhatTheRecordsSay(int seed)
    {
        var random = new Random(seed);
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (first, last) = (site.Hour - ((HoursOfTraffic - 1) * 3600), site.Hour + 3600);
        var sent = new List<SentTraffic>();
        for (var round = 0; round < Rounds; round++)
        {
            sent.Add(new SentTraffic(site, random, batches: LongRuns.IsLong ? 60 : 25, firstStep: round * 1000, HoursOfTraffic));
            await RoundAsync(site, sent, seed + (100 * round), random, new(first, last));
            await AssertQuietAsync(site, sent, new(first, last), $"seed {seed}, round {round}");
            site.Time.Now += TimeSpan.FromMinutes(11);
        }

        await CloseAsync(site);
        await AssertQuietAsync(site, sent, new(first, last), $"seed {seed}, closed");
        await AssertNothingButRollUpsAsync(site, new(first, last));
    }

    /// <summary>The round's batches are written while what came before is closed, refreshed and read.</summary>
    private static async Task RoundAsync(LogstoreSite site, List<SentTraffic> sent, int seed, Random random, TimeRange range)
    {
        using var done = new CancellationTokenSource();
        List<Task> others =
        [
            WorkAsync(Worker(site, seed, 1, Faults), worker => worker.Get<KeepHours>().RunAsync(default), done.Token),
            WorkAsync(Worker(site, seed, 2, Faults), worker => worker.Get<KeepHours>().RunAsync(default), done.Token),
            WorkAsync(Worker(site, seed, 3, Faults), worker => worker.Get<RefreshHours>().RunAsync(default), done.Token),
            ReadAsync(Worker(site, seed, 4, WithoutDeath), site, sent, range, done.Token),
            ReadAsync(site.NewWorker(), site, sent, range, done.Token),
        ];
        var writers = new[] { Worker(site, seed, 5, Faults), Worker(site, seed, 6, Faults) };
        await Parallel.ForEachAsync(sent[^1].Deliveries(random), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (delivery, _) =>
        {
            delivery.Batch.IsSent = true;
            await writers[delivery.Number % 2].IngestAsync(delivery.Batch.Message);
            delivery.Batch.IsDone = true;
        });
        await done.CancelAsync();
        await Task.WhenAll(others);
    }

    private static LogstoreWorker Worker(LogstoreSite site, int seed, int number, Fault[] faults)
    {
        var worker = site.NewWorker();
        worker.Faults.Rule = FaultInjector.Dice((seed * 100) + number, oneOf: 15, faults);
        return worker;
    }

    private static async Task WorkAsync(LogstoreWorker worker, Func<LogstoreWorker, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await LogstoreWorker.SurvivesAsync(() => work(worker));
    }

    private static async Task ReadAsync(LogstoreWorker worker, LogstoreSite site, List<SentTraffic> sent, TimeRange range, CancellationToken stop)
    {
        var reader = new LogstoreReader(worker, site.Logstore.Id, site.Hour);
        for (var count = 0; !stop.IsCancellationRequested; count++)
        {
            var cut = count % 3 == 2 ? new TimeRange(range.From + 1200, range.To - 600) : range;
            var there = Counted(sent, cut, batch => batch.IsDone);
            Aggregate? found = null;
            if (!await LogstoreWorker.SurvivesAsync(async () => found = await reader.AggregateAsync(cut, byHour: count % 2 == 0)))
                continue;
            var most = Counted(sent, cut, batch => batch.IsSent);
            var records = found!.Series.Sum(point => point.Value.Records);
            Assert.InRange(records, there, most);
            Assert.Equal(records, found.Enis.All().Sum(eni => eni.Known.All.Records));
        }
    }

    private static long Counted(List<SentTraffic> sent, TimeRange range, Func<SentBatch, bool> which) =>
        sent.SelectMany(traffic => traffic.Batches).Where(which).SelectMany(batch => batch.Records).LongCount(record => record.Start >= range.From && record.Start < range.To);

    private static async Task CloseAsync(LogstoreSite site)
    {
        var worker = site.NewWorker();
        await worker.Get<KeepHours>().RunAsync(default);
        Assert.False(await worker.Get<HourNotes>().AllAsync(default).AnyAsync(note => note.Value.LogstoreId == site.Logstore.Id));
    }

    /// <summary>While nobody writes every answer is that of the records.</summary>
    private static async Task AssertQuietAsync(LogstoreSite site, List<SentTraffic> sent, TimeRange whole, string when)
    {
        var reader = new LogstoreReader(site.NewWorker(), site.Logstore.Id, site.Hour);
        foreach (var range in new[] { whole, new(whole.From + 1200, whole.To - 600), new(whole.From + 3600, whole.To) })
        {
            List<FlowRecord> records = [.. sent.SelectMany(traffic => traffic.Batches).SelectMany(batch => batch.Records).Where(record => record.Start >= range.From && record.Start < range.To)];
            var expected = Aggregate.Of(FlowColumns.Of(records));
            foreach (var byHour in new[] { false, true })
            {
                var found = await reader.AggregateAsync(range, byHour);
                Assert.True(Series(expected).SequenceEqual(Series(found)), when);
                Assert.Equal(expected.Rules.All().OrderBy(rule => rule.Key), found.Rules.All().OrderBy(rule => rule.Key));
                Assert.Equal(expected.Distinct.Flows.Estimate(), found.Distinct.Flows.Estimate());
                AssertBounds(records, found.Tuples, record => new JudgedTuple(record.Flow, record.Action));
                AssertBounds(records, found.Sources, record => record.Flow.Source);
            }
        }
    }

    private static List<KeyValuePair<SeriesKey, Traffic>> Series(Aggregate aggregate) => [.. aggregate.InSteps(60).Series.OrderBy(point => point.Key)];

    private static void AssertBounds<TKey>(IReadOnlyList<FlowRecord> records, TopList<TKey> list, Func<FlowRecord, TKey> keyOf)
        where TKey : struct, IComparable<TKey>
    {
        var listed = list.All().ToDictionary(key => key.Key);
        foreach (var group in records.GroupBy(keyOf))
        {
            var (known, missing) = listed.TryGetValue(group.Key, out var key) ? (key.Known, key.Missing) : (default, list.Missing);
            Assert.InRange(group.Sum(record => record.Bytes), known.All.Bytes, known.All.Bytes + missing.Bytes);
            Assert.InRange(group.Count(), known.All.Records, known.All.Records + missing.Records);
        }
    }

    private static async Task AssertNothingButRollUpsAsync(LogstoreSite site, TimeRange range)
    {
        var counts = new AggregateCounts();
        await site.NewWorker().Get<ReadAggregates>().RunAsync(site.Logstore.Id, range, [AggregatePart.Series], byHour: true, counts, default);
        Assert.Equal(0, counts.Chunks);
        Assert.InRange(counts.Days + counts.Hours, 1, HoursOfTraffic);
    }
}
