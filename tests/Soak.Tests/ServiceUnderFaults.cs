using FlowLogFunctions.Soak.Tests.Host;
using FlowLogFunctions.Soak.Tests.Store;
using FlowLogFunctions.Soak.Tests.Support;

namespace FlowLogFunctions.Soak.Tests;

/// <summary>The whole service: hosts, their clock, and their storage with the way to it.</summary>
internal sealed class ServiceUnderFaults : IAsyncDisposable
{
    private static readonly FirstKey Key = new("AKsoaksoaksoak", "SoakSecretOfFortyLettersAndDigits0000000");

    private readonly string _folder = Directory.CreateTempSubdirectory("soak-").FullName;
    private readonly StreamWriter _log;

    private ServiceUnderFaults(FailingStore store, int rate)
    {
        Store = store;
        Clock = new(Path.Combine(_folder, "clock"), rate);
        _log = new(LogFile) { AutoFlush = true };
        Hosts = new(_folder, Clock, store.ConnectionString, Key, _log);
        Api = new(Hosts, Key);
    }

    public FailingStore Store { get; }

    public DrivenClock Clock { get; }

    public Hosts Hosts { get; }

    public Api Api { get; }

    /// <summary>What the hosts logged.</summary>
    public string LogFile => Path.Combine(_folder, "hosts.log");

    /// <summary>Whether the log is kept at the end, for whoever looks for a fault.</summary>
    public bool KeepsLog { get; set; } = true;

    /// <param name="rate">How many times as fast as the machine's its clock is.</param>
    public static async Task<ServiceUnderFaults> StartAsync(int seed, int rate, CancellationToken cancellation)
    {
        var service = new ServiceUnderFaults(await FailingStore.StartAsync(seed, cancellation), rate);
        try
        {
            await service.Hosts.StartAsync(cancellation);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Hosts.DisposeAsync();
        await _log.DisposeAsync();
        await Store.DisposeAsync();
        if (!KeepsLog) Directory.Delete(_folder, recursive: true);
    }
}
