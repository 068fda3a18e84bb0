using Azure;
using Azure.Data.Tables;
using FlowLogFunctions.Merging;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Merging;

[Collection(AzuriteCollection.Name)]
public sealed class KeepHoursTests(AzuriteCollection.Shared azurite)
{
    [Fact]
    public async Task HourIsOver_MergedTenMinutesLaterAndItsNoteIsGone()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var hour = site.Hour;
        site.Time.Now = DateTimeOffset.FromUnixTimeSeconds(hour + 1800);
        await FillAsync(site, worker, hour);
        site.Time.Now = DateTimeOffset.FromUnixTimeSeconds(hour + 3600) + TimeSpan.FromMinutes(9.9);
        await worker.Get<KeepHours>().RunAsync(default);
        Assert.Equal(8, await ChunksAsync(site, worker, hour));
        Assert.True(await IsNotedAsync(site, worker));

        site.Time.Now += TimeSpan.FromMinutes(0.1);
        await worker.Get<KeepHours>().RunAsync(default);

        Assert.InRange(await ChunksAsync(site, worker, hour), 1, LogstoreKeys.Shards);
        Assert.False(await IsNotedAsync(site, worker));
    }

    [Fact]
    public async Task LateChunk_NotesItsHourAgainAndIsMergedTenMinutesAfterIt()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var hour = site.Hour;
        await FillAsync(site, worker, hour);
        site.Time.Now += TimeSpan.FromMinutes(9);
        await FillAsync(site, worker, hour, firstStep: 50);
        site.Time.Now += TimeSpan.FromMinutes(9);
        await worker.Get<KeepHours>().RunAsync(default);
        Assert.Equal(16, await ChunksAsync(site, worker, hour));

        site.Time.Now += TimeSpan.FromMinutes(1);
        await worker.Get<KeepHours>().RunAsync(default);

        Assert.InRange(await ChunksAsync(site, worker, hour), 1, LogstoreKeys.Shards);
        Assert.False(await IsNotedAsync(site, worker));
    }

    [Fact]
    public async Task ProcessNotesAnHourOnce_UntilItIsOverForFiveMinutes()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var hour = site.Hour;
        var notes = 0;
        worker.Faults.Rule = request =>
        {
            if (request.Uri.ToString().Contains(ControlKeys.LogstoreHours, StringComparison.Ordinal))
                notes++;
            return Fault.None;
        };

        foreach (var (minute, expected) in new[] { (10, 1), (59, 1), (64, 1), (66, 2), (70, 2), (72, 3) })
        {
            site.Time.Now = DateTimeOffset.FromUnixTimeSeconds(hour) + TimeSpan.FromMinutes(minute);
            await worker.Get<HourNotes>().NoteAsync(site.Scope, site.Logstore, hour, default);
            Assert.Equal(expected, notes);
        }
    }

    [Fact]
    public async Task NoteMadeAgainWhileItsHourIsMerged_Stays()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, late) = (site.NewWorker(), site.NewWorker());
        await FillAsync(site, worker, site.Hour);
        site.Time.Now += TimeSpan.FromMinutes(10);
        var isLate = false;
        worker.Faults.Rule = request =>
        {
            if (!isLate && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                isLate = true;
                FillAsync(site, late, site.Hour, firstStep: 70).GetAwaiter().GetResult();
            }

            return Fault.None;
        };

        await worker.Get<KeepHours>().RunAsync(default);

        Assert.True(isLate);
        Assert.True(await IsNotedAsync(site, worker));
    }

    [Fact]
    public async Task DeletedLogstore_ItsNotesGo()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        await FillAsync(site, worker, site.Hour);
        await site.DeleteLogstoreAsync();

        await worker.Get<KeepHours>().RunAsync(default);

        Assert.False(await IsNotedAsync(site, worker));
    }

    /// <summary>The notes of the damaged Logstore come first: those behind are visited all the same, by both timers.</summary>
    [Fact]
    public async Task DamagedRollUp_OtherLogstoresAreMergedAndTheHourIsCounted()
    {
        await using var one = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        await using var two = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (first, second) = string.CompareOrdinal(one.Logstore.Id, two.Logstore.Id) < 0 ? (one, two) : (two, one);
        var (worker, hour) = (first.NewWorker(), first.Hour);
        await FillAsync(first, worker, hour);
        await FillAsync(second, second.NewWorker(), hour);
        await worker.Get<HourRollUp>().CloseAsync(first.Logstore.Id, hour, default);
        await DamageAsync(first, worker, hour);
        await second.ChangeLogstoreAsync(logstore => logstore with { ReportSince = second.Time.Now });
        await first.ChangeLogstoreAsync(logstore => logstore with { ReportSince = first.Time.Now });
        using var left = new Measurements("flowlog.upkeep.left");

        second.Time.Now = first.Time.Now += TimeSpan.FromMinutes(1);
        await worker.Get<RefreshHours>().RunAsync(default);
        second.Time.Now = first.Time.Now += TimeSpan.FromMinutes(10);
        await worker.Get<KeepHours>().RunAsync(default);

        Assert.True(await IsNotedAsync(first, worker));
        Assert.False(await IsNotedAsync(second, worker));
        Assert.InRange(await ChunksAsync(second, worker, hour), 1, LogstoreKeys.Shards);
        Assert.Superset(new HashSet<string> { "work=roll up,reason=failed", "work=merge,reason=failed" }, left.Tags.ToHashSet());
    }

    [Fact]
    public async Task Cancelled_TheRunEnds()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        await FillAsync(site, worker, site.Hour);
        site.Time.Now += TimeSpan.FromMinutes(10);
        using var stop = new CancellationTokenSource();
        worker.Faults.Rule = request =>
        {
            if (request.Uri.ToString().Contains(LogstoreKeys.TablePrefix(site.Logstore.Id), StringComparison.Ordinal))
                stop.Cancel();
            return Fault.None;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.Get<KeepHours>().RunAsync(stop.Token));
    }

    private static Task DamageAsync(LogstoreSite site, LogstoreWorker worker, long hour) =>
        worker.Get<StorageClients>().Tables.GetTableClient(LogstoreKeys.Table(site.Logstore.Id, hour)).UpdateEntityAsync(
            new TableEntity(LogstoreKeys.RollUpPartition, LogstoreKeys.HourRow(hour)) { ["b"] = new byte[] { 1, 2, 3, 4, 5, 6, 7 } }, ETag.All, TableUpdateMode.Merge);

    private static async Task FillAsync(LogstoreSite site, LogstoreWorker worker, long hour, int firstStep = 0)
    {
        for (var step = firstStep; step < firstStep + 8; step++)
            await worker.IngestAsync(site.Message(step, 0, SomeFlows.Of(new Random(step), hour, 5)));
    }

    private static async Task<int> ChunksAsync(LogstoreSite site, LogstoreWorker worker, long hour) =>
        (await worker.Tables.HeadersAsync(site.Logstore.Id, hour, hour, hour + 3600, default)).Count;

    private static async Task<bool> IsNotedAsync(LogstoreSite site, LogstoreWorker worker) =>
        await worker.Get<HourNotes>().AllAsync(default).AnyAsync(note => note.Value.LogstoreId == site.Logstore.Id);
}
