using FlowLogFunctions.Testing;

namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>A storage account on a small disk, and the way to it, on which calls may fail.</summary>
internal sealed class FailingStore : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly IReadOnlyList<StorageProxy> _ways;

    private FailingStore(SmallDisk disk, Azurite azurite, CallFaults calls, IReadOnlyList<StorageProxy> ways) =>
        (Disk, _azurite, Calls, _ways) = (disk, azurite, calls, ways);

    public SmallDisk Disk { get; }

    public CallFaults Calls { get; }

    /// <summary>For those that meet the faults.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AzuriteAccount.Name};AccountKey={AzuriteAccount.Key};"
        + $"BlobEndpoint={_ways[0].Endpoint};QueueEndpoint={_ways[1].Endpoint};TableEndpoint={_ways[2].Endpoint};";

    /// <summary>For those that look on.</summary>
    public string DirectConnectionString => _azurite.ConnectionString;

    public static async Task<FailingStore> StartAsync(int seed, CancellationToken cancellation)
    {
        var disk = SmallDisk.Make();
        var azurite = await Azurite.StartAsync(Directory.CreateDirectory(Path.Combine(disk.Path, "azurite")).FullName, cancellation);
        var calls = new CallFaults(seed);
        var ways = new List<StorageProxy>();
        foreach (var service in (Uri[])[azurite.BlobEndpoint, azurite.QueueEndpoint, azurite.TableEndpoint])
            ways.Add(await StorageProxy.StartAsync(service, calls, cancellation));
        return new(disk, azurite, calls, ways);
    }

    /// <summary>Kills Azurite once it has written what it answered for, as storage in the cloud has when it answers; then starts it again.</summary>
    public async Task KillAsync(TimeSpan away, CancellationToken cancellation)
    {
        await Calls.HoldAsync(cancellation);
        try
        {
            await Task.Delay(WritesEach + WritesEach, cancellation);
            await _azurite.KillAsync(cancellation);
        }
        finally
        {
            Calls.Release();
        }

        await Task.Delay(away, cancellation);
        await _azurite.RestartAsync(cancellation);
    }

    /// <summary>Stops Azurite in the midst of its calls, which it ends in order, and starts it again.</summary>
    public async Task StopAsync(TimeSpan away, CancellationToken cancellation)
    {
        await _azurite.StopAsync(cancellation);
        await Task.Delay(away, cancellation);
        await _azurite.RestartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var way in _ways)
            await way.DisposeAsync();
        await _azurite.DisposeAsync();
        Disk.Dispose();
    }

    /// <summary>How often Azurite writes its tables and queues to disk.</summary>
    private static readonly TimeSpan WritesEach = TimeSpan.FromSeconds(5);
}
