using Azure;
using Azure.Core;
using FlowLog.Reports;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Storage;

/// <summary>A table that was dropped a moment ago: Azure answers 409 TableBeingDeleted until it is gone, which Azurite never does.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableBeingDeletedTests(AzuriteCollection.Shared azurite) : IAsyncLifetime
{
    private LogstoreSite _site = null!;
    private LogstoreWorker _worker = null!;

    private string Id => _site.Logstore.Id;

    public async Task InitializeAsync()
    {
        _site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        _worker = _site.NewWorker();
        for (var step = 0; step < 3; step++)
            await _worker.IngestAsync(_site.Message(step, 0, SomeFlows.Of(new Random(step), _site.Hour, 5)));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Reads_FindNothing()
    {
        var header = (await _worker.Tables.HeadersAsync(Id, _site.Hour, _site.Hour, _site.Hour + 3600, default))[0];
        BeingDeleted(LogstoreKeys.TablePrefix(Id));

        Assert.Empty(await _worker.Tables.HeadersAsync(Id, _site.Hour, _site.Hour, _site.Hour + 3600, default));
        Assert.Null(await _worker.Tables.ReadAsync(header, [1], default));
        Assert.Empty(await _worker.Get<LogstoreChunks>().ReadAsync([header], [1], new TimeSpanOfStarts(_site.Hour, _site.Hour + 3600), default));
        Assert.Null(await _worker.Get<LogstoreRollUps>().CoverAsync(Id, _site.Hour, default));
        var statements = await _worker.Get<LogstoreStatements>().OfHoursAsync(Id, [_site.Hour], default);
        Assert.Empty(Assert.Single(statements).Value);
        await _worker.Tables.DropAsync(Id, _site.Hour, default);
    }

    [Fact]
    public async Task RollUpOfIt_IsDoneWith()
    {
        BeingDeleted(LogstoreKeys.TablePrefix(Id));

        Assert.True(await _worker.Get<LogstoreRollUps>().PutHourAsync(Id, _site.Hour, new RollUp(new Aggregate()), default));
    }

    [Fact]
    public async Task Timer_GoesThroughItsHourAndRemovesTheNote()
    {
        _site.Time.Now += TimeSpan.FromMinutes(10);
        BeingDeleted(LogstoreKeys.TablePrefix(Id));

        await _worker.Get<KeepHours>().RunAsync(default);

        Assert.False(await _worker.Get<HourNotes>().AllAsync(default).AnyAsync(note => note.Value.LogstoreId == Id));
    }

    [Fact]
    public async Task BatchOfADeletedLogstore_IsDoneWith()
    {
        await _site.DeleteLogstoreAsync();
        BeingDeleted(LogstoreKeys.TablePrefix(Id));

        await _worker.Get<IngestBatch>().RunAsync(_site.Message(9, 0, SomeFlows.Of(new Random(9), _site.Hour, 5)), default);
    }

    [Fact]
    public async Task AuditRecord_IsNotTakenForStored()
    {
        var (tables, time) = (_worker.Get<AuditTables>(), _site.Time.Now);
        await tables.AddAsync(_site.Scope.AccountId, time, "one", "first", default);
        await tables.AddAsync(_site.Scope.AccountId, time, "one", "first", default);
        BeingDeleted("audit");

        await Assert.ThrowsAsync<RequestFailedException>(() => tables.AddAsync(_site.Scope.AccountId, time, "two", "second", default));
        Assert.Empty(await tables.NewestFirstAsync<string>(_site.Scope.AccountId, time.AddDays(-1), time.AddDays(1), null, default).ToListAsync());
        _worker.Faults.Answer = null;
        Assert.Single(await tables.NewestFirstAsync<string>(_site.Scope.AccountId, time.AddDays(-1), time.AddDays(1), null, default).ToListAsync());
    }

    /// <summary>Every call to these tables is answered so; listing them goes through.</summary>
    private void BeingDeleted(string prefix) => _worker.Faults.Answer = request => IsTo(request, prefix) ? new CannedResponse(409, "TableBeingDeleted") : null;

    private static bool IsTo(Request request, string prefix) =>
        request.Uri.Path.Contains($"/{prefix}", StringComparison.Ordinal) || request.Uri.Path.Contains($"Tables('{prefix}", StringComparison.Ordinal);
}
