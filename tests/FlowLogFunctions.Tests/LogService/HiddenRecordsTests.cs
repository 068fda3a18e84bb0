using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Reports;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.LogService;

/// <summary>What a Logstore no longer keeps is not shown, whether its table has gone or not.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class HiddenRecordsTests(AzuriteCollection.Shared azurite)
{
    private const int Day = 86_400;

    [Fact]
    public async Task TtlShortened_HidesAtOnceAndLengthenedShowsAgain()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, ttlDays: 30);
        var worker = site.NewWorker();
        foreach (var (step, days) in new[] { (0, 0), (1, 5), (2, 20) })
            await worker.IngestAsync(site.Message(step, 0, SomeFlows.Of(new Random(step), site.Hour - (days * Day), 10)));
        Assert.Equal((30, 30), await ShownAsync(site, worker));

        await site.ChangeLogstoreAsync(logstore => logstore with { TtlDays = 3 });
        Assert.Equal((10, 10), await ShownAsync(site, worker));
        await site.ChangeLogstoreAsync(logstore => logstore with { TtlDays = 10 });

        Assert.Equal((20, 20), await ShownAsync(site, worker));
    }

    [Fact]
    public async Task TimePasses_RecordsGoOneByOneBeforeTheirDayIsDropped()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString, ttlDays: 1);
        var worker = site.NewWorker();
        var records = Enumerable.Range(0, 10).Select(minute => SomeFlows.Of(new Random(1), 0, 1)[0] with { Start = site.Hour + (minute * 60), End = site.Hour + 3000 }).ToList();
        await worker.IngestAsync(site.Message(0, 0, records));

        foreach (var minute in new[] { 0, 3, 9, 10 })
        {
            site.Time.Now = DateTimeOffset.FromUnixTimeSeconds(records[0].Start + Day + (minute * 60));
            Assert.Equal((10 - minute, 10L - minute), await ShownAsync(site, worker));
        }
    }

    /// <summary>Records that a page has, and that the dashboard counts, of all time.</summary>
    private static async Task<(int Read, long Counted)> ShownAsync(LogstoreSite site, LogstoreWorker worker)
    {
        var caller = new Caller(site.Scope.AccountId, null, site.Scope.Region);
        var range = new TimeRange(0, site.Time.Seconds + 1);
        var page = await worker.Get<ReadRecords>().RunAsync(caller, site.Logstore.Project, site.Logstore.Name, new RecordsRequest(range, 10_000, null, Reverse: false), default);
        var dashboard = await worker.Get<ReadDashboard>().RunAsync(caller, site.Logstore.Project, site.Logstore.Name, range, 10, default);
        Assert.True(page.Is(out var records, out _));
        Assert.True(dashboard.Is(out var drawn, out _));
        return (records.Records.Count, drawn.Totals.Records);
    }
}
