using Azure.Core;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Storage;

/// <summary>Calls that took effect and whose answer was lost: the client repeats them, and storage refuses what it has done already.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LostAnswerTests(AzuriteCollection.Shared azurite) : IAsyncLifetime
{
    private LogstoreSite _site = null!;
    private LogstoreWorker _worker = null!;

    private sealed record Count(int Number);

    private string Partition => _site.Scope.AccountId;

    private ControlTable Table => _worker.Get<ControlTable>();

    public async Task InitializeAsync()
    {
        _site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        _worker = _site.NewWorker();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Add_IsDone()
    {
        LoseAnswerOf(RequestMethod.Post);

        var added = await Table.AddAsync(Partition, "one", new Count(1), default);

        Assert.Equal(added, await Table.FindAsync<Count>(Partition, "one", default));
        Assert.Null(await Table.AddAsync(Partition, "one", new Count(1), default));
    }

    [Fact]
    public async Task Replace_IsDone()
    {
        var first = await Table.AddAsync(Partition, "one", new Count(1), default);
        LoseAnswerOf(RequestMethod.Put);

        var replaced = await Table.ReplaceAsync(Partition, "one", new Count(2), first!.ETag, default);

        Assert.Equal(replaced, await Table.FindAsync<Count>(Partition, "one", default));
        Assert.Null(await Table.ReplaceAsync(Partition, "one", new Count(2), first.ETag, default));
    }

    [Fact]
    public async Task Remove_IsDone()
    {
        var added = await Table.AddAsync(Partition, "one", new Count(1), default);
        LoseAnswerOf(RequestMethod.Delete);

        Assert.True(await Table.RemoveAsync(Partition, "one", added!.ETag, default));

        Assert.Null(await Table.FindAsync<Count>(Partition, "one", default));
        Assert.False(await Table.RemoveAsync(Partition, "one", null, default));
        await Table.AddAsync(Partition, "one", new Count(2), default);
        Assert.False(await Table.RemoveAsync(Partition, "one", added.ETag, default));
    }

    [Fact]
    public async Task Decision_IsTakenOnce()
    {
        LoseAnswerOf(RequestMethod.Post);
        var decided = 0;
        ControlChanges? made = null;

        var outcome = await _worker.Get<ControlGuard>().DecideAsync<int>(Partition, "test", changes =>
        {
            (made = changes).Add($"made-{++decided}", new Count(decided));
            return Task.FromResult<Outcome<int>>(decided);
        }, default);

        Assert.True(outcome.Is(out var value, out _));
        Assert.Equal((1, 1), (decided, value));
        Assert.Equal((await Table.FindAsync<Count>(Partition, "made-1", default))!.ETag, made!.ETagOf("made-1"));
    }

    [Fact]
    public async Task AuditRecord_IsStored()
    {
        LoseAnswerOf(RequestMethod.Post, "/audit");
        var audit = _worker.Get<AuditTables>();
        var now = _site.Time.GetUtcNow();

        await audit.AddAsync(Partition, now, "event", new Count(1), default);

        var stored = 0;
        await foreach (var row in audit.NewestFirstAsync<Count>(Partition, now.AddHours(-1), now.AddHours(1), null, default))
            stored += row.Value.Number;
        Assert.Equal(1, stored);
    }

    /// <summary>A second version would be read again, and its packets counted twice.</summary>
    [Fact]
    public async Task CaptureFile_HasOneVersion()
    {
        var files = _site.NewWorker().Get<CaptureFiles>();
        await files.CreateAsync(default);
        var (commits, first) = (0, "");
        _worker.Faults.Rule = request =>
        {
            if (!request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal)) return Fault.None;
            if (Interlocked.Increment(ref commits) == 1) return Fault.TimedOutAfter;
            first = ETagAsync(files).GetAwaiter().GetResult();
            return Fault.None;
        };

        var put = await _worker.Get<CaptureFiles>().PutAsync(
            _site.Scope, LogstoreSite.EniId, "a.pcap", new MemoryStream([1, 2, 3]), null, "upload", onlyNew: false, default);

        Assert.Equal(2, commits);
        Assert.Equal((first, first), (put!.ETag, await ETagAsync(files)));
    }

    /// <summary>The first call of the kind takes effect, and nobody learns that it did.</summary>
    private void LoseAnswerOf(RequestMethod method, string path = "")
    {
        var lost = 0;
        _worker.Faults.Rule = request =>
            request.Method == method && request.Uri.Path.Contains(path, StringComparison.Ordinal) && Interlocked.Increment(ref lost) == 1 ? Fault.TimedOutAfter : Fault.None;
    }

    private async Task<string> ETagAsync(CaptureFiles files)
    {
        await foreach (var file in files.ListAsync(_site.Scope, LogstoreSite.EniId, default))
            return file.ETag;
        return "";
    }
}
