using Azure.Core;
using FlowLog.Flows;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Chunks;

[Collection(AzuriteCollection.Name)]
public sealed class LogstoreFlowTableTests(AzuriteCollection.Shared azurite)
{
    private const int Hour = LogstoreKeys.SecondsPerHour;

    [Fact]
    public async Task Records_AreThere_EachOnce_ColdAndWarm()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 30);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        var reads = Counted(worker, IsRead);

        var (cold, counts) = await table.RecordsAsync();
        var coldReads = reads();
        var (warm, again) = await table.RecordsAsync();

        AssertSame(sent, cold);
        AssertSame(sent, warm);
        Assert.Equal((30L, sent.Count, sent.Count), (counts.Chunks, counts.Rows, counts.Matches));
        Assert.Equal(counts, again);
        Assert.InRange(coldReads, 1, LogstoreKeys.Shards);
        Assert.Equal(coldReads, reads());
    }

    [Fact]
    public async Task ChunksOutsideOfTheRange_AreSkipped()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var some = SomeFlows.Of(new Random(1), hour, 100);
        var (early, late) = (some.Where(record => record.Start < hour + 1800).ToList(), some.Where(record => record.Start >= hour + 1800).ToList());
        await worker.IngestAsync(site.Message(1, 0, early));
        await worker.IngestAsync(site.Message(2, 0, late));

        var (found, counts) = await new ScannedTable(worker, site.Logstore.Id, new(hour + 1800, hour + (2 * Hour))).RecordsAsync();

        AssertSame(late, found);
        Assert.Equal((1L, 1L, early.Count), (counts.Chunks, counts.SkippedChunks, counts.SkippedRows));
        Assert.True(counts.SkippedBytes > 0);
    }

    [Fact]
    public async Task OtherColumnsLater_OnlyTheyAreRead()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 10);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));

        var bytes = await table.SumAsync(FlowFields.Bytes);
        var (ofStart, ofPackets, any) = (Counted(worker, IsRead), Counted(worker, Names("c15")), Counted(worker, Names("c16")));
        var packets = await table.SumAsync(FlowFields.Packets);
        var again = await table.SumAsync(FlowFields.Bytes);
        var (records, _) = await table.RecordsAsync();

        Assert.Equal((sent.Sum(record => record.Bytes), sent.Sum(record => record.Packets)), (bytes, packets));
        Assert.Equal(bytes, again);
        AssertSame(sent, records);
        Assert.Equal((0, 0), (ofStart(), any()));
        Assert.InRange(ofPackets(), 1, LogstoreKeys.Shards);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MergedBetweenListingAndReading_EachRecordOnce(bool someColumnsAreKnown)
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 40);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        if (someColumnsAreKnown)
            await table.SumAsync(FlowFields.Bytes);
        var other = site.NewWorker();
        var merged = Once(worker, Names("c9"), () => other.MergeAsync(site.Logstore.Id, hour).GetAwaiter().GetResult());

        var (found, counts) = await table.RecordsAsync();

        Assert.True(merged());
        AssertSame(sent, found);
        Assert.Equal(sent.Count, counts.Rows);
        Assert.InRange(counts.Chunks, 1, LogstoreKeys.Shards);
    }

    [Fact]
    public async Task MergedWhileItIsGoneThrough_EachRecordOnce()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 24);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        var other = site.NewWorker();

        var (found, _) = await table.RecordsAsync(afterFirst: () => other.MergeAsync(site.Logstore.Id, hour).GetAwaiter().GetResult());
        var (after, counts) = await table.RecordsAsync();

        AssertSame(sent, found);
        AssertSame(sent, after);
        Assert.Equal(LogstoreKeys.Shards, counts.Chunks);
    }

    [Fact]
    public async Task MergedAndWrittenToAllTheTime_NothingDoublesNothingIsMissing()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        var batches = Enumerable.Range(0, 48).Select(step => SomeFlows.Of(new Random(step), hour, 20)).ToList();
        var (begun, done) = (0, 0);
        async Task WriteAsync(LogstoreWorker other)
        {
            for (var step = 0; step < batches.Count; step++)
            {
                Volatile.Write(ref begun, step + 1);
                await other.IngestAsync(site.Message(step, 0, batches[step]));
                Volatile.Write(ref done, step + 1);
                if (step % 8 == 7)
                    await other.MergeAsync(site.Logstore.Id, hour);
            }
        }

        var writing = WriteAsync(site.NewWorker());
        while (!writing.IsCompleted)
        {
            var atLeast = Volatile.Read(ref done);
            var found = RecordCounts.Of((await table.RecordsAsync()).Records);
            Assert.Null(RecordCounts.Complaint(Sum(batches.Take(atLeast)), found, Sum(batches.Take(Volatile.Read(ref begun)))));
        }

        await writing;
        AssertSame([.. batches.SelectMany(batch => batch)], (await table.RecordsAsync()).Records);
    }

    [Fact]
    public async Task KnownHour_IsNotListedAgain_ButALateBatchIsSeenAtOnce()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, other, hour) = (site.NewWorker(), site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 8);
        site.Time.Now += HourNotes.Rest;
        await worker.Get<KeepHours>().RunAsync(default);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        await table.RecordsAsync();
        var lists = Counted(worker, Names("t1"));

        AssertSame(sent, (await table.RecordsAsync()).Records);
        Assert.Equal(0, lists());
        var late = await FillAsync(site, other, hour, batches: 2, firstStep: 90);
        AssertSame([.. sent, .. late], (await table.RecordsAsync()).Records);
    }

    [Fact]
    public async Task KnownHour_ALateBatchIsSeenAlsoAfterItWasMerged()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, other, hour) = (site.NewWorker(), site.NewWorker(), site.Hour);
        var sent = await FillAsync(site, worker, hour, batches: 4);
        site.Time.Now += HourNotes.Rest;
        await worker.Get<KeepHours>().RunAsync(default);
        var table = new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour));
        await table.RecordsAsync();
        var late = await FillAsync(site, other, hour, batches: 2, firstStep: 90);
        site.Time.Now += HourNotes.Rest;
        await other.Get<KeepHours>().RunAsync(default);

        AssertSame([.. sent, .. late], (await table.RecordsAsync()).Records);
    }

    [Fact]
    public async Task DayIsDropped_NothingIsThere()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        await FillAsync(site, worker, hour, batches: 8);
        var other = site.NewWorker();
        var dropped = Once(worker, IsRead, () => other.Tables.DropAsync(site.Logstore.Id, hour, default).GetAwaiter().GetResult());

        var (found, _) = await new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour)).RecordsAsync();

        Assert.True(dropped());
        Assert.Empty(found);
    }

    [Fact]
    public async Task StorageIsAway_TheScanFails()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        await FillAsync(site, worker, hour, batches: 8);
        worker.Faults.Rule = request => IsRead(request) ? Fault.Busy : Fault.None;

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => new ScannedTable(worker, site.Logstore.Id, new(hour, hour + Hour)).RecordsAsync());

        Assert.True(StorageOutage.Is(fault), fault.ToString());
    }

    private static RecordCounts Sum(IEnumerable<IReadOnlyList<FlowRecord>> batches) => RecordCounts.Of(batches.SelectMany(batch => batch));

    /// <summary>Whether a call reads the starts of chunks, which every scan needs.</summary>
    private static bool IsRead(Request request) => Names("c17")(request);

    /// <summary>Whether a call selects a property.</summary>
    private static Func<Request, bool> Names(string property) => request =>
        Uri.UnescapeDataString(request.Uri.Query).Split('&').Any(part => part.TrimStart('?').StartsWith("$select=", StringComparison.Ordinal) && part[(part.IndexOf('=') + 1)..].Split(',').Contains(property));

    /// <summary>Counts calls from here on; what it returns says how many there were.</summary>
    private static Func<int> Counted(LogstoreWorker worker, Func<Request, bool> when)
    {
        var (count, before) = (0, worker.Faults.Rule);
        worker.Faults.Rule = request =>
        {
            if (when(request))
                Interlocked.Increment(ref count);
            return before?.Invoke(request) ?? Fault.None;
        };
        return () => count;
    }

    /// <summary>Acts before the first such call is sent; what it returns says whether it did.</summary>
    private static Func<bool> Once(LogstoreWorker worker, Func<Request, bool> when, Action act)
    {
        var done = 0;
        worker.Faults.Rule = request =>
        {
            if (when(request) && Interlocked.Exchange(ref done, 1) == 0)
                act();
            return Fault.None;
        };
        return () => done == 1;
    }

    private static async Task<IReadOnlyList<FlowRecord>> FillAsync(LogstoreSite site, LogstoreWorker worker, long hour, int batches, int firstStep = 0)
    {
        var sent = new List<FlowRecord>();
        for (var step = firstStep; step < firstStep + batches; step++)
            await SendAsync(site, worker, hour, step, sent.AddRange);
        return sent;
    }

    private static async Task SendAsync(LogstoreSite site, LogstoreWorker worker, long hour, int step, Action<IReadOnlyList<FlowRecord>> sent)
    {
        var records = SomeFlows.Of(new Random(step), hour, 20);
        Assert.Equal(0, await worker.IngestAsync(site.Message(step, 0, records)));
        sent(records);
    }

    private static void AssertSame(IReadOnlyList<FlowRecord> expected, IReadOnlyList<FlowRecord> found) =>
        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(expected), RecordCounts.Of(found), RecordCounts.Of(expected)));
}
