using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FlowLogFunctions.Testing;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class TableServiceClientTests(AzuriteFixture azurite)
{
    private readonly TableServiceClient _service = azurite.Service();

    [Fact]
    public void ConnectionString_TellsAccountAndUri()
    {
        Assert.Equal(AzuriteAccount.Name, _service.AccountName);
        Assert.Equal(azurite.Azurite.TableEndpoint, _service.Uri);
    }

    [Fact]
    public async Task NewTable_IsCreatedAndUsable()
    {
        var name = AzuriteFixture.NewName();
        var created = await _service.CreateTableAsync(name);
        Assert.Equal((name, 204), (created.Value.Name, created.GetRawResponse().Status));
        await _service.GetTableClient(name).AddEntityAsync(new TableEntity("p", "r"));
    }

    [Fact]
    public async Task TableThatExists_CreateFailsWith409()
    {
        var name = AzuriteFixture.NewName();
        await _service.CreateTableAsync(name);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => _service.CreateTableAsync(name));
        Assert.Equal((409, "TableAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.True(failure.ErrorCode! == TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task TableThatExists_CreateIfNotExistsAnswers409()
    {
        var name = AzuriteFixture.NewName();
        Assert.Equal(204, (await _service.CreateTableIfNotExistsAsync(name)).GetRawResponse().Status);
        var again = await _service.CreateTableIfNotExistsAsync(name);
        Assert.Equal((name, 409), (again.Value.Name, again.GetRawResponse().Status));
    }

    [Fact]
    public async Task BadName_CreateIfNotExistsFails()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => _service.CreateTableIfNotExistsAsync("1-bad-name"));
        Assert.Equal(400, failure.Status);
    }

    [Fact]
    public async Task DeletedTable_IsGone()
    {
        var name = AzuriteFixture.NewName();
        await _service.CreateTableAsync(name);
        Assert.Equal(204, (await _service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await _service.DeleteTableAsync(name)).Status);
    }

    [Fact]
    public async Task Query_FilteredAndPagedGivesTablesInOrder()
    {
        var prefix = AzuriteFixture.NewName();
        string[] names = [$"{prefix}a", $"{prefix}b", $"{prefix}c"];
        foreach (var name in names) await _service.CreateTableAsync(name);
        var filter = TableClient.CreateQueryFilter($"TableName ge {prefix + "a"} and TableName le {prefix + "c"}");

        var pages = await _service.QueryAsync(filter, maxPerPage: 2).AsPages().ToListAsync();

        Assert.Equal(names, pages.SelectMany(page => page.Values).Select(table => table.Name));
        Assert.Equal([2, 1], pages.Select(page => page.Values.Count));
        var second = await _service.QueryAsync(filter).AsPages(pages[0].ContinuationToken).ToListAsync();
        Assert.Equal(names[2], Assert.Single(Assert.Single(second).Values).Name);
    }
}
