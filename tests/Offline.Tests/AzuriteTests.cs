using Azure.Data.Tables;
using FlowLogFunctions.Testing;

namespace Offline.Tests;

public sealed class AzuriteTests
{
    [Fact]
    public async Task DiskStopped_RestartedHasEverything()
    {
        await using var azurite = await Azurite.StartAsync(AzuriteStore.Disk);
        var table = new TableClient(azurite.ConnectionString, "kept");
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        await azurite.StopAsync();
        Assert.False(azurite.IsRunning);
        await azurite.RestartAsync();

        Assert.True(azurite.IsRunning);
        Assert.Equal("r", (await table.GetEntityAsync<TableEntity>("p", "r")).Value.RowKey);
    }

    [Fact]
    public async Task MemoryKilled_RestartedIsEmptyOnTheSamePorts()
    {
        await using var azurite = await Azurite.StartAsync();
        var service = new TableServiceClient(azurite.ConnectionString);
        await service.CreateTableAsync("lost");

        await azurite.KillAsync();
        await azurite.RestartAsync();

        Assert.Empty(await service.QueryAsync().ToListAsync());
    }
}
