using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientTransactionsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task EveryActionType_IsDone()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var row in (string[])["merged", "replaced", "deleted", "upmerged", "upreplaced"])
            await table.AddEntityAsync(new TableEntity("p", row) { ["old"] = 1 });

        var answer = await table.SubmitTransactionAsync(
        [
            new(Add, Row("added")),
            new(UpdateMerge, Row("merged"), ETag.All),
            new(UpdateReplace, Row("replaced"), ETag.All),
            new(Delete, new TableEntity("p", "deleted")),
            new(UpsertMerge, Row("upmerged")),
            new(UpsertReplace, Row("upreplaced")),
            new(UpsertMerge, Row("upadded")),
        ]);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(Enumerable.Repeat(204, 7), answer.Value.Select(response => response.Status));
        var rows = (await table.QueryAsync<TableEntity>().ToListAsync()).ToDictionary(row => row.RowKey, row => (row.ContainsKey("old"), row.GetInt32("n")));
        Assert.Equal(
            new()
            {
                ["added"] = (false, 2),
                ["merged"] = (true, 2),
                ["replaced"] = (false, 2),
                ["upmerged"] = (true, 2),
                ["upreplaced"] = (false, 2),
                ["upadded"] = (false, 2),
            },
            rows);
    }

    [Fact]
    public async Task Responses_BearTheNewETags()
    {
        var table = await azurite.CreateTableAsync();
        var answer = await table.SubmitTransactionAsync([new(Add, Row("a")), new(UpsertReplace, Row("b"))]);
        foreach (var (row, response) in new[] { "a", "b" }.Zip(answer.Value))
            Assert.Equal((await table.GetEntityAsync<TableEntity>("p", row)).Value.ETag, response.Headers.ETag);
    }

    [Fact]
    public async Task Conflict_NothingIsDoneAndTheIndexIsTold()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(Row("there"));
        await table.AddEntityAsync(Row("doomed"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("new")), new(Delete, Row("doomed")), new(Add, Row("there")), new(Add, Row("newer"))]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(["doomed", "there"], (await table.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey));
    }

    [Fact]
    public async Task StaleETag_FailsWith412AndTheIndex()
    {
        var table = await azurite.CreateTableAsync();
        var stale = (await table.AddEntityAsync(Row("lock"))).Headers.ETag!.Value;
        var fresh = (await table.UpsertEntityAsync(Row("lock"))).Headers.ETag!.Value;

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("chunk")), new(UpdateReplace, Row("lock"), stale)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        await table.SubmitTransactionAsync([new(Add, Row("chunk")), new(UpdateReplace, Row("lock"), fresh)]);
    }

    [Fact]
    public async Task AbsentEntity_DeleteFails()
    {
        var table = await azurite.CreateTableAsync();
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("a")), new(Delete, Row("absent"))]));
        Assert.Equal((404, 1), (failure.Status, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task HundredActions_AreDone()
    {
        var table = await azurite.CreateTableAsync();
        var answer = await table.SubmitTransactionAsync(Rows(100));
        Assert.Equal(100, answer.Value.Count);
        Assert.Equal(100, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task HundredAndOneActions_AreRefused()
    {
        var table = await azurite.CreateTableAsync();
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Rows(101)));
        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
        Assert.Equal(0, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task SameEntityTwice_IsRefused()
    {
        var table = await azurite.CreateTableAsync();
        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync([new(Add, Row("a")), new(UpsertMerge, Row("a"))]));
        Assert.Equal((400, "InvalidDuplicateRow"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task NoActions_AreRefusedUnsent()
    {
        var table = azurite.NewTable();
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!));
    }

    [Fact]
    public async Task NearlyFourMebibytes_AreStoredUnchanged()
    {
        var table = await azurite.CreateTableAsync();
        var random = new Random(4);
        var entities = Enumerable.Range(0, 4).Select(row => Large($"{row}", random, 60 * 1024)).ToArray();

        await table.SubmitTransactionAsync(entities.Select(entity => new TableTransactionAction(Add, entity)));

        foreach (var entity in entities)
        {
            var read = (await table.GetEntityAsync<TableEntity>("p", entity.RowKey)).Value;
            for (var column = 0; column < 12; column++) Assert.Equal(entity.GetBinary($"c{column}"), read.GetBinary($"c{column}"));
        }
    }

    [Fact]
    public async Task MoreThanFourMebibytes_AreRefused()
    {
        var table = await azurite.CreateTableAsync();
        var random = new Random(5);
        var actions = Enumerable.Range(0, 4).Select(row => new TableTransactionAction(Add, Large($"{row}", random, 64 * 1024)));
        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));
        Assert.Equal((413, "RequestBodyTooLarge"), (failure.Status, failure.ErrorCode));
    }

    private static TableEntity Row(string row) => new("p", row) { ["n"] = 2 };

    private static IEnumerable<TableTransactionAction> Rows(int count) =>
        Enumerable.Range(0, count).Select(n => new TableTransactionAction(Add, Row($"{n}")));

    private static TableEntity Large(string row, Random random, int bytes)
    {
        var entity = new TableEntity("p", row);
        for (var column = 0; column < 12; column++)
        {
            var value = new byte[bytes];
            random.NextBytes(value);
            entity[$"c{column}"] = value;
        }

        return entity;
    }
}
