using FlowLogFunctions.Testing;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Tests that need storage but no HTTP share one Azurite, apart from those of the API: they move clocks by months.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteCollection.Shared>
{
    public const string Name = "Azurite";

    public sealed class Shared : IAsyncLifetime
    {
        private Azurite? _azurite;

        public string ConnectionString => _azurite!.ConnectionString;

        public async Task InitializeAsync() => _azurite = await Azurite.StartAsync();

        public async Task DisposeAsync() => await _azurite!.DisposeAsync();
    }
}
