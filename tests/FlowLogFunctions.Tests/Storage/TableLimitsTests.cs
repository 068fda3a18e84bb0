using Azure;
using Azure.Data.Tables;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Storage;

/// <summary>The limits that Azurite enforces as Azure does, met exactly and passed by one.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableLimitsTests(AzuriteCollection.Shared azurite)
{
    [Fact]
    public async Task Property_64KiBAndNoByteMore()
    {
        var table = await NewTableAsync("limitsproperty");

        await table.AddEntityAsync(new TableEntity("p", "fits") { ["c9"] = new byte[TableLimits.PropertyBytes] });
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "too-long") { ["c9"] = new byte[TableLimits.PropertyBytes + 1] }));

        Assert.Equal("PropertyValueTooLarge", fault.ErrorCode);
    }

    [Fact]
    public async Task Transaction_100OperationsAndNoneMore()
    {
        var table = await NewTableAsync("limitsoperations");

        await table.SubmitTransactionAsync(Adds(TableLimits.TransactionOperations, 10));
        // Azurite's refusal is no batch answer: a client may fail to read it.
        await Assert.ThrowsAnyAsync<Exception>(() => table.SubmitTransactionAsync(Adds(TableLimits.TransactionOperations + 1, 10, "other")));

        Assert.Equal(TableLimits.TransactionOperations, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Transaction_FourMebibytesOfRequest()
    {
        var table = await NewTableAsync("limitsbytes");

        // In base64 three bytes are four, and each operation has some 500 bytes of headers.
        await table.SubmitTransactionAsync(Adds(60, 50_000));
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Adds(60, 53_000, "other")));

        Assert.Equal(60, await table.QueryAsync<TableEntity>(select: ["RowKey"]).CountAsync());
    }

    [Fact]
    public async Task LargestMergedEntity_GoesThroughWithAllItsMarkers()
    {
        var table = await NewTableAsync("limitsmerged");
        for (var row = 0; row < 99; row++)
            await table.AddEntityAsync(new TableEntity("p", $"c~{row:D2}") { ["n"] = 1 });
        var sources = await table.QueryAsync<TableEntity>().ToListAsync();
        var merged = new TableEntity("p", "m~00") { ["s"] = string.Join(' ', sources.Select(source => source.RowKey)) };
        for (var property = 0; property < 15; property++)
            merged[$"c{property}"] = new byte[TableLimits.PropertyBytes];
        merged["rest"] = Array.Empty<byte>();
        merged["rest"] = new byte[TableLimits.EntityBytes - EntitySize.Of(merged)];

        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, merged), .. sources.Select(source => new TableTransactionAction(TableTransactionActionType.UpdateReplace, ChunkRow.Marker(source, "m~00"), source.ETag))]);

        Assert.Equal(99, await table.QueryAsync<TableEntity>(filter: "m eq 'm~00'", select: ["RowKey"]).CountAsync());
    }

    private static IReadOnlyList<TableTransactionAction> Adds(int count, int bytes, string name = "row") =>
        [.. Enumerable.Range(0, count).Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{name}{row:D3}") { ["c9"] = new byte[bytes] }))];

    private async Task<TableClient> NewTableAsync(string name)
    {
        var table = new TableClient(azurite.ConnectionString, name);
        await table.CreateAsync();
        return table;
    }
}
