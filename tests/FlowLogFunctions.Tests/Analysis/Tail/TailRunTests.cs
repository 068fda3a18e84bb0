using FlowLog.Flows;
using FlowLog.Printing;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Tail;

[Collection(AzuriteCollection.Name)]
public sealed class TailRunTests(AzuriteCollection.Shared azurite)
{
    [Fact]
    public async Task NothingComes_HeartBeatsAndAnEnd()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        await using var tail = await WatchedTail.OpenAsync(site, site.NewWorker(), seconds: 100);

        await tail.EndAsync();

        Assert.StartsWith("retry: 1000\nid: ", tail.Text, StringComparison.Ordinal);
        Assert.Equal(100 / (int)TailRun.HeartBeat.TotalSeconds, tail.Text.Split(": heart-beat\n").Length - 1);
        Assert.Equal(("end", """{"records":0}"""), (tail.Events.Single().EventType, tail.Events.Single().Data));
    }

    [Fact]
    public async Task MergedWhileItIsWatched_EachRecordOnce()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        await using var tail = await WatchedTail.OpenAsync(site, worker);

        var sent = await NewBatches.StoreAsync(site, worker, 0, 8);
        await tail.ShowAsync(sent.Count);
        // Those that come now are merged with the others before the tail can look.
        sent.AddRange(await NewBatches.StoreAsync(site, worker, 8, 8));
        await worker.MergeAsync(site.Logstore.Id, NewBatches.HourOf(site));
        await tail.ShowAsync(sent.Count);
        sent.AddRange(await NewBatches.StoreAsync(site, worker, 16, 2));
        await tail.ShowAsync(sent.Count);

        Assert.Equal(Lines(sent), tail.Records.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Chunk_ComesInTheOrderOfTime_AfterThoseStoredBefore()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var first = await NewBatches.StoreAsync(site, worker, 5, 1);
        var second = await NewBatches.StoreAsync(site, worker, 3, 1);

        await using var tail = await WatchedTail.OpenAsync(site, worker, from: NewBatches.HourOf(site));
        await tail.ShowAsync(first.Count + second.Count);

        Assert.Equal(
            first.Select(record => record.Start).Order().Concat(second.Select(record => record.Start).Order()),
            tail.Records.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("start").GetInt64()));
    }

    [Fact]
    public async Task ResumedAfterAMerge_NothingComesTwice()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var (old, id) = await ShownAsync(site, worker);
        await worker.MergeAsync(site.Logstore.Id, NewBatches.HourOf(site));

        await using var tail = await WatchedTail.OpenAsync(site, worker, after: id);
        var added = await NewBatches.StoreAsync(site, worker, 100, 3);
        await tail.ShowAsync(added.Count);

        Assert.Equal(Lines(added), tail.Records.Order(StringComparer.Ordinal));
        Assert.NotEmpty(old);
    }

    [Fact]
    public async Task ResumedAfterAMergeOfOldAndNew_NothingIsMissing()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var (old, id) = await ShownAsync(site, worker);
        var added = await NewBatches.StoreAsync(site, worker, 100, 8);
        await worker.MergeAsync(site.Logstore.Id, NewBatches.HourOf(site));

        await using var tail = await WatchedTail.OpenAsync(site, worker, after: id);
        await tail.ShowAsync(old.Count + added.Count);

        Assert.Empty(Lines(added).Except(tail.Records));
        Assert.Empty(tail.Records.Except(Lines([.. old, .. added])));
    }

    [Fact]
    public async Task ResumedTooLate_TheGapIsSaid()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var id = PageRequest.Seal(new TailCursor(DateTimeOffset.UtcNow.AddHours(-5), "", TailCursor.All).ToString());

        await using var tail = await WatchedTail.OpenAsync(site, site.NewWorker(), after: id, seconds: 1);
        await tail.EndAsync();

        Assert.Equal(["gap", "end"], tail.Events.Select(item => item.EventType));
    }

    /// <summary>Records that a tail has shown, and its last id.</summary>
    private static async Task<(IReadOnlyList<FlowRecord> Records, string Id)> ShownAsync(LogstoreSite site, LogstoreWorker worker)
    {
        await using var tail = await WatchedTail.OpenAsync(site, worker);
        var sent = await NewBatches.StoreAsync(site, worker, 0, 8);
        await tail.ShowAsync(sent.Count);
        Assert.Equal(Lines(sent), tail.Records.Order(StringComparer.Ordinal));
        return (sent, tail.LastId);
    }

    /// <summary>Records as a tail shows them, sorted.</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<FlowRecord> records)
    {
        var (text, lines) = (new Utf8Text(), new RecordLines(FlowFields.All, FlowColumns.Of(records), LineFormat.Ndjson));
        for (var row = 0; row < records.Count; row++)
            lines.Write(text, row);
        return System.Text.Encoding.UTF8.GetString(text.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }
}
