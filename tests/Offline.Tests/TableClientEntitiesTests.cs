using Azure;
using Azure.Data.Tables;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientEntitiesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Added_IsReadWithETagAndTimestamp()
    {
        var table = await azurite.CreateTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["name"] = "eni" });

        var read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((204, 200), (added.Status, read.GetRawResponse().Status));
        Assert.Equal(("p", "r", "eni"), (read.Value.PartitionKey, read.Value.RowKey, read.Value.GetString("name")));
        Assert.NotEqual(default, read.Value.ETag);
        Assert.Equal(added.Headers.ETag, read.Value.ETag);
        Assert.True(read.Value.Timestamp > DateTimeOffset.UnixEpoch);
        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "name", "odata.etag"], read.Value.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AddedTwice_FailsWith409()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Absent_GetFailsAndGetIfExistsHasNoValue()
    {
        var table = await azurite.CreateTableAsync();
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
        var absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task Present_GetIfExistsHasValue()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 });
        var present = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.True(present.HasValue);
        Assert.Equal(1, present.Value!.GetInt32("n"));
    }

    [Fact]
    public async Task Select_GivesOnlyTheseProperties()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = new byte[1000], ["c"] = 3L });
        var read = await table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "c"]);
        Assert.Equal((3L, "r"), (read.Value.GetInt64("c"), read.Value.RowKey));
        Assert.False(read.Value.ContainsKey("a") || read.Value.ContainsKey("b"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Updated_KeepsOtherPropertiesOnlyWhenMerged(TableUpdateMode mode, bool kept)
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["old"] = 1 });
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["new"] = 2 }, ETag.All, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["newer"] = 3 }, mode);

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((kept, kept, true), (read.ContainsKey("old"), read.ContainsKey("new"), read.ContainsKey("newer")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Absent_UpdateFailsAndUpsertInserts(TableUpdateMode mode)
    {
        var table = await azurite.CreateTableAsync();
        var entity = new TableEntity("p", "r") { ["n"] = 1 };
        Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(entity, ETag.All, mode))).Status);
        Assert.Equal(204, (await table.UpsertEntityAsync(entity, mode)).Status);
        Assert.Equal(1, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("n"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task StaleETag_UpdateFailsWith412AndChangesNothing(TableUpdateMode mode)
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 });
        var first = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        first["n"] = 2;
        var updated = await table.UpdateEntityAsync(first, first.ETag, mode);
        first["n"] = 3;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(first, first.ETag, mode));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(2, read.GetInt32("n"));
        Assert.Equal(updated.Headers.ETag, read.ETag);
    }

    [Fact]
    public async Task NoETag_UpdateIsRefusedUnsent()
    {
        var table = azurite.NewTable();
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task Deleted_IsGoneAndDeletedAgainAnswers404()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync(new TableEntity("p", "r"))).Status);
    }

    [Fact]
    public async Task StaleETag_DeleteFailsWith412()
    {
        var table = await azurite.CreateTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r"));
        var updated = await table.UpsertEntityAsync(new TableEntity("p", "r") { ["n"] = 1 });
        var entity = new TableEntity("p", "r");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync(entity, added.Headers.ETag!.Value));
        Assert.Equal(412, failure.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync(entity, updated.Headers.ETag!.Value)).Status);
    }

    [Fact]
    public async Task MissingKeys_AreRefusedUnsent()
    {
        var table = azurite.NewTable();
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new TableEntity { ["n"] = 1 }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync<TableEntity>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>(null!, "r"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync("p", null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("it's 'quoted'")]
    [InlineData("100% %20 +plus & ampersand = ; , : @ $")]
    [InlineData("Zürich 東京 \U0001F6F0")]
    [InlineData("a b  c|d~e!(f)*g[h]{i}\"j\"<k>^`")]
    [InlineData("..")]
    public async Task SpecialCharactersInKeys_ArriveUnchanged(string key)
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key) { ["n"] = 1 });
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["n"] = 2 }, ETag.All);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(key, key) { ["m"] = 3 })]);

        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");

        Assert.Equal((key, key, 2, 3), (read.PartitionKey, read.RowKey, read.GetInt32("n"), read.GetInt32("m")));
        Assert.Equal(key, Assert.Single(await table.QueryAsync<TableEntity>(filter).ToListAsync()).RowKey);
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public async Task ForbiddenCharactersInKeys_Fail(string key)
    {
        var table = await azurite.CreateTableAsync();
        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", key)))).Status);
    }
}
