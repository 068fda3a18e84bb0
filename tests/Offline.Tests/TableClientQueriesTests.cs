using Azure.Data.Tables;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientQueriesTests(AzuriteFixture azurite)
{
    private static readonly Guid Id = new("66cf3753-1cc9-44c4-b857-4546f744901b");
    private static readonly DateTimeOffset Time = new(2026, 3, 4, 5, 6, 7, 890, TimeSpan.FromHours(8));
    private static readonly byte[] Bytes = [0xFF, 0x00, 0x7F];

    public static TheoryData<string> Filters => new(
        TableClient.CreateQueryFilter($"text eq {"it's"}"),
        TableClient.CreateQueryFilter($"number eq {int.MinValue}"),
        TableClient.CreateQueryFilter($"big eq {long.MaxValue}"),
        TableClient.CreateQueryFilter($"big gt {long.MaxValue - 1}"),
        TableClient.CreateQueryFilter($"ratio eq {-1.5}"),
        TableClient.CreateQueryFilter($"flag eq {true}"),
        TableClient.CreateQueryFilter($"time eq {Time}"),
        TableClient.CreateQueryFilter($"time le {Time.UtcDateTime}"),
        TableClient.CreateQueryFilter($"id eq {Id}"),
        TableClient.CreateQueryFilter($"bytes eq {Bytes}"),
        TableClient.CreateQueryFilter($"bytes eq {new BinaryData(Bytes)} and flag eq {true}"),
        TableClient.CreateQueryFilter($"not (flag eq {false}) and (number lt {0} or big eq {0L})"));

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_FindsByValueOfEachType(string filter)
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "hit")
        {
            ["text"] = "it's",
            ["number"] = int.MinValue,
            ["big"] = long.MaxValue,
            ["ratio"] = -1.5,
            ["flag"] = true,
            ["time"] = Time,
            ["id"] = Id,
            ["bytes"] = Bytes,
        });
        await table.AddEntityAsync(new TableEntity("p", "miss")
        {
            ["text"] = "its",
            ["number"] = 1,
            ["big"] = 1L,
            ["ratio"] = 0.5,
            ["flag"] = false,
            ["time"] = Time.AddDays(1),
            ["id"] = Guid.Empty,
            ["bytes"] = new byte[] { 1 },
        });

        Assert.Equal("hit", Assert.Single(await table.QueryAsync<TableEntity>(filter).ToListAsync()).RowKey);
    }

    [Fact]
    public async Task BadFilter_Fails()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var query = table.QueryAsync<TableEntity>("startswith(RowKey,'r')");
        Assert.Equal(400, (await Assert.ThrowsAsync<Azure.RequestFailedException>(() => query.ToListAsync().AsTask())).Status);
    }

    [Fact]
    public async Task Select_GivesOnlyTheseProperties()
    {
        var table = await azurite.CreateTableAsync();
        await FillAsync(table, 3);
        var read = await table.QueryAsync<TableEntity>(select: ["RowKey", "n"]).ToListAsync();
        Assert.Equal([0, 1, 2], read.Select(entity => entity.GetInt32("n")!.Value));
        Assert.All(read, entity => Assert.False(entity.ContainsKey("bytes")));
    }

    [Fact]
    public async Task Pages_HaveTheSizeAskedForAndEverythingOnce()
    {
        var table = await azurite.CreateTableAsync();
        await FillAsync(table, 25);

        var pages = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages().ToListAsync();

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, 25), pages.SelectMany(page => page.Values).Select(entity => entity.GetInt32("n")!.Value));
        Assert.NotNull(pages[1].ContinuationToken);
        Assert.Null(pages[2].ContinuationToken);
        Assert.Equal(3, (await table.QueryAsync<TableEntity>(maxPerPage: 4).AsPages(pageSizeHint: 10).ToListAsync()).Count);
    }

    [Fact]
    public async Task ContinuationToken_GoesOnInAnotherClient()
    {
        var table = await azurite.CreateTableAsync();
        await FillAsync(table, 25);
        var first = await table.QueryAsync<TableEntity>("n ge 5", maxPerPage: 10).AsPages().FirstAsync();

        var other = new TableClient(azurite.Azurite.ConnectionString, table.Name);
        var rest = await other.QueryAsync<TableEntity>("n ge 5").AsPages(first.ContinuationToken, 8).ToListAsync();

        Assert.Equal([8, 2], rest.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(15, 10), rest.SelectMany(page => page.Values).Select(entity => entity.GetInt32("n")!.Value));
    }

    [Fact]
    public async Task NoHits_OnePageWithoutEntities()
    {
        var table = await azurite.CreateTableAsync();
        var page = Assert.Single(await table.QueryAsync<TableEntity>("PartitionKey eq 'none'").AsPages().ToListAsync());
        Assert.Empty(page.Values);
        Assert.Null(page.ContinuationToken);
    }

    private static async Task FillAsync(TableClient table, int count)
    {
        var actions = Enumerable.Range(0, count).Select(n => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{n:D4}") { ["n"] = n, ["bytes"] = Bytes }));
        await table.SubmitTransactionAsync(actions);
    }
}
