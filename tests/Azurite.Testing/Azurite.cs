namespace FlowLogFunctions.Testing;

/// <summary>An Azurite of its own: a process on three free ports of this machine, with a temporary folder.</summary>
public sealed class Azurite : IAsyncDisposable
{
    // Ports may be taken between the search for free ones and Azurite's start.
    private const int Attempts = 5;

    private readonly AzuriteStore _store;
    private readonly string _folder;
    private AzuritePorts _ports;
    private AzuriteProcess? _process;

    private Azurite(AzuriteStore store, string? folder)
    {
        _store = store;
        _folder = folder ?? Directory.CreateTempSubdirectory("azurite-").FullName;
        _ports = AzuritePorts.Free();
    }

    /// <summary>The connection string of its account, for blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AzuriteAccount.Name};AccountKey={AzuriteAccount.Key};"
        + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>The account's blobs.</summary>
    public Uri BlobEndpoint => AzuriteAccount.Endpoint(_ports.Blob);

    /// <summary>The account's queues.</summary>
    public Uri QueueEndpoint => AzuriteAccount.Endpoint(_ports.Queue);

    /// <summary>The account's tables.</summary>
    public Uri TableEndpoint => AzuriteAccount.Endpoint(_ports.Table);

    /// <summary>Whether its process is running.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts one and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It cannot start, or is not installed.</exception>
    public static Task<Azurite> StartAsync(AzuriteStore store = AzuriteStore.Memory, CancellationToken cancellationToken = default) =>
        StartAsync(new Azurite(store, folder: null), cancellationToken);

    /// <summary>The same for one that writes into a folder of the caller's, which is deleted at the end.</summary>
    public static Task<Azurite> StartAsync(string folder, CancellationToken cancellationToken) =>
        StartAsync(new Azurite(AzuriteStore.Disk, folder), cancellationToken);

    private static async Task<Azurite> StartAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        try
        {
            await azurite.StartOnFreePortsAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it in order (SIGTERM): on disk, nothing is lost.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => EndAsync(process => process.Terminate(), cancellationToken);

    /// <summary>Stops it as a crash would (SIGKILL): on disk, what came in the last 5 s may be lost.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => EndAsync(process => process.Kill(), cancellationToken);

    /// <summary>Starts it again, stopped first if it runs, on the same ports.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync(cancellationToken);
        _process = AzuriteProcess.Start(_ports, _store, _folder);
        if (!await _process.AnswersAsync(cancellationToken))
            throw new InvalidOperationException("Azurite does not start again: " + _process.Output);
    }

    /// <summary>Stops it and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartOnFreePortsAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            _process = AzuriteProcess.Start(_ports, _store, _folder);
            if (await _process.AnswersAsync(cancellationToken)) return;
            if (attempt == Attempts) throw new InvalidOperationException("Azurite does not start: " + _process.Output);
            await KillAsync(cancellationToken);
            _ports = AzuritePorts.Free();
        }
    }

    private async Task EndAsync(Action<AzuriteProcess> signal, CancellationToken cancellationToken)
    {
        if (_process is not { } process) return;
        await process.EndAsync(signal, cancellationToken);
        _process = null;
    }
}
