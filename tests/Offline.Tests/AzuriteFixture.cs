using Azure.Data.Tables;
using FlowLogFunctions.Testing;

namespace Offline.Tests;

/// <summary>One Azurite for the tests of a collection; each test makes tables of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public Azurite Azurite => _azurite ?? throw new InvalidOperationException("Azurite has not been started.");

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync();

    public async Task DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    /// <summary>A client of the account.</summary>
    public TableServiceClient Service(TableClientOptions? options = null) => new(Azurite.ConnectionString, options!);

    /// <summary>A client of a table that does not exist yet.</summary>
    public TableClient NewTable(TableClientOptions? options = null) => new(Azurite.ConnectionString, NewName(), options!);

    /// <summary>A new, empty table.</summary>
    public async Task<TableClient> CreateTableAsync(TableClientOptions? options = null)
    {
        var table = NewTable(options);
        await table.CreateAsync();
        return table;
    }

    /// <summary>A table's name that nothing else has.</summary>
    public static string NewName() => $"t{Guid.NewGuid():N}";
}
