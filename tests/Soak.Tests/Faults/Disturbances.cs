using FlowLogFunctions.Soak.Tests.Store;

namespace FlowLogFunctions.Soak.Tests.Faults;

/// <summary>All that happens to a service in the course of its years.</summary>
internal static class Disturbances
{
    private const int LongestSkewSeconds = 150;

    public static readonly IReadOnlyList<Disturbance> All =
    [
        new("the host is killed", async (service, random, cancellation) =>
        {
            await service.Hosts.KillOldestAsync();
            await PauseAsync(random, 2, cancellation);
            await service.Hosts.StartAsync(cancellation);
        }),
        new("the host is killed while another one starts", async (service, random, cancellation) =>
        {
            await service.Hosts.StartAsync(cancellation);
            await PauseAsync(random, 5, cancellation);
            await service.Hosts.KillOldestAsync();
        }),
        new("the host is replaced by another one", async (service, random, cancellation) =>
        {
            var start = service.Hosts.StartAsync(cancellation);
            await PauseAsync(random, 2, cancellation);
            await service.Hosts.StopOldestAsync();
            await start;
        }),
        new("storage is killed", (service, random, cancellation) => service.Store.KillAsync(Seconds(random, 4), cancellation)),
        new("storage is stopped and started", (service, random, cancellation) => service.Store.StopAsync(Seconds(random, 4), cancellation)),
        new("calls fail", (service, random, cancellation) => MixAsync(service, CallFaults.Any, 6, 8, cancellation)),
        new("calls are late", (service, random, cancellation) => MixAsync(service, [CallFault.Late], 1, 8, cancellation)),
        new("connections are cut", (service, random, cancellation) => MixAsync(service, [CallFault.CutBefore, CallFault.CutAfter, CallFault.CutWithin], 3, 6, cancellation)),
        new("storage is away", (service, random, cancellation) => MixAsync(service, [CallFault.CutBefore], 1, 8, cancellation)),
        new("messages are delivered twice", (service, random, cancellation) => MixAsync(service, [CallFault.Twice], 1, 12, cancellation)),
        new("the clock is wrong", async (service, random, cancellation) =>
        {
            foreach (var _ in Enumerable.Range(0, 3))
            {
                service.Clock.Set(TimeSpan.FromSeconds(random.Next(-LongestSkewSeconds, LongestSkewSeconds)));
                await Task.Delay(TimeSpan.FromSeconds(4), cancellation);
            }

            service.Clock.Set(TimeSpan.Zero);
        }),
        new("the disk of storage is full", async (service, random, cancellation) =>
        {
            if (!service.Store.Disk.CanBeFull) return;
            service.Store.Disk.Fill();
            await Task.Delay(TimeSpan.FromSeconds(8), cancellation);
            service.Store.Disk.Free();
        }),
    ];

    private static async Task MixAsync(ServiceUnderFaults service, IReadOnlyList<CallFault> faults, int oneOf, int seconds, CancellationToken cancellation)
    {
        var before = service.Store.Calls.Mix;
        service.Store.Calls.Mix = (faults, oneOf);
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellation);
        service.Store.Calls.Mix = before;
    }

    private static Task PauseAsync(Random random, int most, CancellationToken cancellation) => Task.Delay(Seconds(random, most), cancellation);

    private static TimeSpan Seconds(Random random, int most) => TimeSpan.FromSeconds(most * random.NextDouble());
}
