using FlowLogFunctions.LocalHost.Settings;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Storage;

/// <summary>The storage account that the app uses, and the Azurite behind it if this host started one.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private AzuriteProcess? _azurite;
    private FileStream? _lock;

    private LocalStorage(string connection) => Connection = connection;

    public string Connection { get; private set; }

    /// <summary>Whether an Azurite of this host's own keeps the data.</summary>
    public bool IsOwn => _azurite is not null;

    /// <summary>
    /// A connection string is used as it is. Development storage is the Azurite that answers on the well-known ports; if none does,
    /// one is started there, or on free ports if something else has these. A folder named by the user always gets its own, on free ports,
    /// where nobody takes it for the development storage.
    /// </summary>
    /// <exception cref="StartException">Azurite is needed and cannot be started.</exception>
    public static async Task<LocalStorage> OpenAsync(
        string? asked, IConfiguration settings, Folders folders, DataFolder data, CancellationToken cancellation)
    {
        if (IsFolder(asked)) return await StartAsync(folders, data, AzuritePorts.Any, cancellation);
        var connection = asked ?? settings[StorageSetting.Default] ?? StorageSetting.Development;
        if (!StorageSetting.IsDevelopment(connection)) return new(connection);
        if (await AzuritePorts.WellKnown.AnswerAsync(cancellation)) return new(AzuritePorts.WellKnown.ConnectionString);
        var ports = AzuritePorts.WellKnown.AreFree() ? AzuritePorts.WellKnown : AzuritePorts.Any;
        return await StartAsync(folders, data, ports, cancellation);
    }

    /// <summary>A connection string consists of pairs with semicolons between them; where there is one only, it begins with one of these.</summary>
    public static bool IsFolder(string? storage) => storage is not null
        && !storage.Contains(';', StringComparison.Ordinal)
        && !new[] { "AccountName=", "Endpoint=", "UseDevelopmentStorage=" }.Any(mark => storage.Contains(mark, StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (_lock is not null) await _lock.DisposeAsync();
    }

    private static async Task<LocalStorage> StartAsync(Folders folders, DataFolder data, AzuritePorts wanted, CancellationToken cancellation)
    {
        var script = folders.FindNodeModule("azurite/dist/src/azurite.js")
            ?? throw new StartException($"Azurite is not installed: run \"npm ci\" in {folders.Top}.");
        var storage = new LocalStorage("") { _lock = data.Take() };
        try
        {
            (storage._azurite, var ports) = await AzuriteProcess.StartAsync(script, data.Azurite, wanted, cancellation);
            storage.Connection = ports.ConnectionString;
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }
}
