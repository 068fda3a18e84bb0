namespace FlowLogFunctions.Soak.Tests.Host;

/// <summary>The hosts that run: one, or for a while two beside each other.</summary>
internal sealed class Hosts(string folder, DrivenClock clock, string storage, FirstKey key, TextWriter log) : IAsyncDisposable
{
    private const int Attempts = 40;

    private readonly List<HostProcess> _running = [];

    /// <summary>The API of the one that was started last; it may have ended meanwhile.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts one more. While storage fails it is tried again.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = HostProcess.Start(folder, clock, storage, key, log);
            if (await host.ServesAsync(cancellation))
            {
                _running.Add(host);
                Address = host.Address;
                return;
            }

            await host.DisposeAsync();
            if (attempt == Attempts) throw new InvalidOperationException($"No host starts; see {folder}.");
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
        }
    }

    /// <summary>Kills the one that has run the longest.</summary>
    public Task KillOldestAsync() => EndOldestAsync(host => host.KillAsync());

    /// <summary>Asks the one that has run the longest to stop.</summary>
    public Task StopOldestAsync() => EndOldestAsync(host => host.StopAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _running)
            await host.DisposeAsync();
    }

    private async Task EndOldestAsync(Func<HostProcess, Task> end)
    {
        var oldest = _running[0];
        _running.RemoveAt(0);
        await end(oldest);
        await oldest.DisposeAsync();
    }
}
