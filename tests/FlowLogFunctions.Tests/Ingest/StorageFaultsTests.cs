using System.Diagnostics;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Testing;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ingest;

/// <summary>Ingest while its storage fails in one way at a time, and while it goes away.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageFaultsTests(AzuriteCollection.Shared azurite)
{
    public static IEnumerable<object[]> Faults => Enum.GetValues<Fault>().Where(fault => fault != Fault.None).Select(fault => new object[] { fault });

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task EachCallOfAMessageFailsOnce_WrittenExactlyOnce(object fault)
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var records = SomeFlows.Of(new Random(1), site.Hour, 20);
        var message = site.Message(0, 0, records);
        var failed = 0;
        for (var failing = 0; failing <= failed; failing++)
        {
            // A new process each time: it makes all calls, and the one in turn fails.
            var (worker, calls) = (site.NewWorker(), 0);
            worker.Faults.Rule = _ => Interlocked.Increment(ref calls) == failing + 1 ? (Fault)fault : Fault.None;
            await worker.IngestAsync(message);
            failed += worker.Faults.Counts.GetValueOrDefault((Fault)fault);
        }

        Assert.InRange(failed, 4, 20);
        var found = await new LogstoreReader(site.NewWorker(), site.Logstore.Id, site.Hour).AllAsync();
        Assert.Equal(RecordCounts.Of(records), RecordCounts.Of(found));
    }

    [Fact]
    public async Task Throttled_TriedAgainMoreAndMoreRarely()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var times = new List<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        worker.Faults.Rule = request =>
        {
            if (!request.Uri.Path.Contains($"log{site.Logstore.Id}", StringComparison.Ordinal))
                return Fault.None;
            times.Add(Stopwatch.GetElapsedTime(began));
            return times.Count <= 3 ? Fault.Busy : Fault.None;
        };

        Assert.Equal(0, await worker.IngestAsync(site.Message(0, 0, SomeFlows.Of(new Random(1), site.Hour, 20))));

        var waits = times.Zip(times.Skip(1), (one, next) => next - one).ToList();
        Assert.Equal(3, waits.Count);
        Assert.All(waits.Zip([100, 200, 400]), wait => Assert.True(wait.First.TotalMilliseconds > wait.Second, $"{wait.First}"));
    }

    [Fact]
    public async Task StorageRestarted_NothingIsLostOrDoubled()
    {
        await using var disk = await Azurite.StartAsync(AzuriteStore.Disk);
        await using var site = await LogstoreSite.OpenAsync(disk.ConnectionString);
        var sent = Enumerable.Range(0, 40).Select(step => SomeFlows.Of(new Random(step), site.Hour, 10)).ToList();
        var messages = sent.Select((records, step) => site.Message(step, 0, records)).ToList();
        var (worker, merger) = (site.NewWorker(), site.NewWorker());
        var taken = 0;
        var ingest = Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (message, _) =>
        {
            await worker.IngestAsync(message);
            Interlocked.Increment(ref taken);
            await merger.MergeAsync(site.Logstore.Id, site.Hour, taken % LogstoreKeys.Shards);
        });
        while (Volatile.Read(ref taken) < 10)
            await Task.Delay(5);

        await disk.StopAsync();
        await Task.Delay(300);
        await disk.RestartAsync();
        await ingest;

        var all = RecordCounts.Of(sent.SelectMany(records => records));
        var found = await new LogstoreReader(site.NewWorker(), site.Logstore.Id, site.Hour).AllAsync();
        Assert.Null(RecordCounts.Complaint(all, RecordCounts.Of(found), all));
    }

    [Fact]
    public async Task ManyMessages_FlowLogAndLogstoreAreReadOnceInAWhile()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var reads = 0;
        worker.Faults.Rule = request =>
        {
            if (request.Method == Azure.Core.RequestMethod.Get)
                reads++;
            return Fault.None;
        };

        for (var step = 0; step < 10; step++)
            await worker.IngestAsync(site.Message(step, 0, SomeFlows.Of(new Random(step), site.Hour, 2)));
        Assert.Equal(2, reads);
        site.Time.Now += TimeSpan.FromSeconds(2);
        await worker.IngestAsync(site.Message(10, 0, SomeFlows.Of(new Random(10), site.Hour, 2)));

        Assert.Equal(4, reads);
    }
}
