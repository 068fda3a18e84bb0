using Azure;
using Azure.Data.Tables;
using FlowLogFunctions.Testing;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientTests(AzuriteFixture azurite)
{
    [Fact]
    public void ConnectionString_TellsNameAccountAndUri()
    {
        var table = new TableClient(azurite.Azurite.ConnectionString, "flows");
        Assert.Equal(("flows", AzuriteAccount.Name), (table.Name, table.AccountName));
        Assert.Equal(new Uri($"{azurite.Azurite.TableEndpoint}/flows"), table.Uri);
    }

    [Fact]
    public async Task SharedKeyAndUri_WorkAsConnectionStringDoes()
    {
        var credential = new TableSharedKeyCredential(AzuriteAccount.Name, AzuriteAccount.Key);
        var table = new TableClient(azurite.Azurite.TableEndpoint, AzuriteFixture.NewName(), credential);
        await table.CreateAsync();
        Assert.Equal(204, (await table.AddEntityAsync(new TableEntity("p", "r"))).Status);
    }

    [Fact]
    public async Task WrongKey_IsForbidden_UntilItIsSetRight()
    {
        var credential = new TableSharedKeyCredential(AzuriteAccount.Name, Convert.ToBase64String(new byte[64]));
        var table = new TableClient(azurite.Azurite.TableEndpoint, AzuriteFixture.NewName(), credential);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        Assert.Equal(403, failure.Status);
        credential.SetAccountKey(AzuriteAccount.Key);
        await table.CreateAsync();
    }

    [Fact]
    public async Task Table_IsCreatedOnceAndDeleted()
    {
        var table = azurite.NewTable();
        Assert.Equal(204, (await table.CreateIfNotExistsAsync()).GetRawResponse().Status);
        Assert.Equal(409, (await table.CreateIfNotExistsAsync()).GetRawResponse().Status);
        Assert.Equal(409, (await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync())).Status);
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
    }

    [Fact]
    public async Task NoTable_OperationsSayTableNotFound()
    {
        var table = azurite.NewTable();
        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var query = await Assert.ThrowsAsync<RequestFailedException>(() => table.QueryAsync<TableEntity>().ToListAsync().AsTask());
        Assert.Equal((404, "TableNotFound"), (add.Status, add.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (query.Status, query.ErrorCode));
    }

    [Fact]
    public async Task OtherEntityTypes_AreNotSupported()
    {
        var table = azurite.NewTable();
        Assert.Contains("TableEntity", (await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new Row()))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => table.GetEntityAsync<Row>("p", "r"));
        Assert.Throws<NotSupportedException>(() => table.QueryAsync<Row>());
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "r";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }
}
