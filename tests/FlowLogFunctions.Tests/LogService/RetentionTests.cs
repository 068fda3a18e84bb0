using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.LogService;

[Collection(AzuriteCollection.Name)]
public sealed class RetentionTests(AzuriteCollection.Shared azurite)
{
    private const int Day = 86_400;

    [Fact]
    public async Task DaysPassed_DroppedWhenAllOfThemAreOlder()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, ttlDays: 3);
        var worker = site.NewWorker();
        var today = CaptureWindow.Floor(site.Time.Seconds, Day);
        await FillAsync(site, worker, today, today - Day, today - (2 * Day));

        site.Time.Now = At(today + (2 * Day) - 1);
        await worker.Get<DropOldDays>().RunAsync(default);
        Assert.Equal(3, (await DaysAsync(site, worker)).Count);
        site.Time.Now = At(today + (2 * Day));
        await worker.Get<DropOldDays>().RunAsync(default);

        Assert.Equal([today - Day, today], await DaysAsync(site, worker));
    }

    [Fact]
    public async Task TtlShortened_DropsAtTheNextRunAndLengthenedKeepsTheRest()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, ttlDays: 30);
        var worker = site.NewWorker();
        var today = CaptureWindow.Floor(site.Time.Seconds, Day);
        await FillAsync(site, worker, today, today - (5 * Day), today - (20 * Day));

        await site.ChangeLogstoreAsync(logstore => logstore with { TtlDays = 10 });
        await worker.Get<DropOldDays>().RunAsync(default);
        await site.ChangeLogstoreAsync(logstore => logstore with { TtlDays = 3 });
        await site.ChangeLogstoreAsync(logstore => logstore with { TtlDays = 30 });
        await worker.Get<DropOldDays>().RunAsync(default);

        Assert.Equal([today - (5 * Day), today], await DaysAsync(site, worker));
    }

    [Fact]
    public async Task KeptForEver_NothingIsDropped()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, LogServiceLimits.MaxTtlDays);
        var worker = site.NewWorker();
        await FillAsync(site, worker, 86_400, 0);

        await worker.Get<DropOldDays>().RunAsync(default);

        Assert.Equal([0, 86_400], await DaysAsync(site, worker));
    }

    [Fact]
    public async Task OldRecords_LeftOutAtIngestWhileTheRestIsTaken()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, ttlDays: 1);
        var worker = site.NewWorker();
        var oldest = site.Time.Seconds - Day;
        var records = new[] { oldest - 1, oldest, oldest + 5 }.Select(start => SomeFlows.Of(new Random(1), 0, 1)[0] with { Start = start, End = start }).ToList();

        await worker.IngestAsync(site.Message(0, 0, records));

        var days = await DaysAsync(site, worker);
        var rows = new List<int>();
        foreach (var day in days)
        {
            for (var hour = day; hour < day + Day; hour += 3600)
                rows.AddRange((await worker.Tables.HeadersAsync(site.Logstore.Id, hour, hour, hour + 3600, default)).Select(header => header.Rows));
        }

        Assert.Equal(2, rows.Sum());
    }

    [Fact]
    public async Task DeletedLogstore_ItsTablesGoAndTheDeletionIsRememberedForAnHour()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, stale) = (site.NewWorker(), site.NewWorker());
        await FillAsync(site, stale, site.Hour);
        await site.DeleteLogstoreAsync();
        await worker.Get<DropOldDays>().RunAsync(default);
        Assert.Empty(await DaysAsync(site, worker));

        // Another process that had read the Logstore before and makes a table of another day.
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(SomeFlows.Of(new(1), site.Hour, 1)));
        await stale.Tables.AddAsync(site.Logstore.Id, site.Hour - Day, "eni-late", new NewChunk(chunk, new(1, 1), null, default, []), default);
        Assert.Single(await DaysAsync(site, worker));
        site.Time.Now += TimeSpan.FromMinutes(50);
        await worker.Get<DropOldDays>().RunAsync(default);
        Assert.Empty(await DaysAsync(site, worker));
        Assert.True(await IsRememberedAsync(site, worker));

        site.Time.Now += TimeSpan.FromMinutes(10);
        await worker.Get<DropOldDays>().RunAsync(default);

        Assert.False(await IsRememberedAsync(site, worker));
    }

    [Fact]
    public async Task TableDropped_MadeAgainOnlyIfTheLogstoreIsThere()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        await FillAsync(site, worker, site.Hour);
        await site.NewWorker().Tables.DropAsync(site.Logstore.Id, CaptureWindow.Floor(site.Hour, Day), default);

        await worker.IngestAsync(site.Message(9, 0, SomeFlows.Of(new(9), site.Hour, 5)));
        Assert.Equal(5, (await new LogstoreReader(worker, site.Logstore.Id, site.Hour).AllAsync()).Count);

        await site.DeleteLogstoreAsync();
        await site.NewWorker().Get<DropOldDays>().RunAsync(default);
        await worker.IngestAsync(site.Message(10, 0, SomeFlows.Of(new(10), site.Hour, 5)));
        Assert.Empty(await DaysAsync(site, worker));
    }

    private static async Task FillAsync(LogstoreSite site, LogstoreWorker worker, params long[] hours)
    {
        for (var step = 0; step < hours.Length; step++)
            await worker.IngestAsync(site.Message(step, 0, SomeFlows.Of(new Random(step), hours[step], 5)));
    }

    private static Task<IReadOnlyList<long>> DaysAsync(LogstoreSite site, LogstoreWorker worker) => worker.Tables.DaysAsync(site.Logstore.Id, default);

    private static async Task<bool> IsRememberedAsync(LogstoreSite site, LogstoreWorker worker) =>
        await worker.Get<LogstoreStore>().DroppedAsync(default).AnyAsync(dropped => dropped.Id == site.Logstore.Id);

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
