using FlowLogFunctions.Soak.Tests.Checks;
using FlowLogFunctions.Soak.Tests.Faults;
using FlowLogFunctions.Soak.Tests.Store;
using FlowLogFunctions.Soak.Tests.Traffic;
using Xunit.Abstractions;

namespace FlowLogFunctions.Soak.Tests;

/// <summary>
/// The whole service, fed with traffic while everything about it fails: at the end every packet is in records, aggregates and ledger once.
/// Some minutes, with each disturbance once; an hour of them with <c>./test --long</c>. <c>FLOWLOG_SOAK_SEED</c> and
/// <c>FLOWLOG_SOAK_MINUTES</c> choose another order, or another length.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    /// <summary>Of so many calls to storage one fails anyhow.</summary>
    private const int OneOf = 60;

    /// <summary>Six minutes of service a minute: the capture timer runs each ten seconds.</summary>
    private const int Rate = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Packets_AreKeptOnce_WhateverFails()
    {
        using var patience = new CancellationTokenSource(Longest);
        var random = new Random(Setting.Seed);
        await using var service = await ServiceUnderFaults.StartAsync(random.Next(), Rate, patience.Token);
        output.WriteLine($"Hosts' log: {service.LogFile}");
        var network = await SoakNetwork.MakeAsync(service.Api, patience.Token);
        await UntilAllAreCoveredAsync(service, network, patience.Token);
        var feed = new Feed(service.Api, network, service.Clock, random.Next());

        await FeedThroughFaultsAsync(service, feed, random, patience.Token);
        var settling = new Settling(service, network);
        await settling.RunAsync(patience.Token);

        output.WriteLine($"{feed.Files} files with {feed.Truth.Packets} packets; {settling.Poisoned} messages were in the poison queue.");
        output.WriteLine("Calls to storage: " + string.Join(", ", service.Store.Calls.Counts.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")));
        Assert.NotEqual(0, feed.Truth.Packets);
        Assert.Empty(await new Ending(service, network, feed.Truth).ProblemsAsync(patience.Token));
        service.KeepsLog = false;
    }

    /// <summary>Waits until both flow logs have had a minute of each ENI: of what comes before one joins it gets nothing.</summary>
    private static async Task UntilAllAreCoveredAsync(ServiceUnderFaults service, SoakNetwork network, CancellationToken cancellation)
    {
        foreach (var logstore in (string[])[SoakNetwork.All, SoakNetwork.Dropped])
            foreach (var eni in network.Captured)
                while (!(await LedgerMinutes.ReadAsync(service, logstore, eni.Id, cancellation)).ContainsValue(LedgerMinutes.NoTraffic))
                    await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
    }

    private async Task FeedThroughFaultsAsync(ServiceUnderFaults service, Feed feed, Random random, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource();
        var feeding = feed.RunAsync(enough.Token, cancellation);
        service.Store.Calls.Mix = ([.. CallFaults.Any, CallFault.Twice], OneOf);
        foreach (var disturbance in Disturbances(random))
        {
            output.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {disturbance.Name}");
            await disturbance.RunAsync(service, random, cancellation);
            await Task.Delay(Quiet, cancellation);
            // A feed that has ended says why.
            if (feeding.IsCompleted) await feeding;
        }

        await enough.CancelAsync();
        await feeding;
        service.Store.Calls.Mix = ([], 1);
        output.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} nothing fails any more");
    }

    /// <summary>Each once, in any order; then any of them until the time is over.</summary>
    private static IEnumerable<Disturbance> Disturbances(Random random)
    {
        var end = TimeProvider.System.GetUtcNow().AddMinutes(Setting.Minutes);
        foreach (var disturbance in Faults.Disturbances.All.OrderBy(_ => random.Next()))
            yield return disturbance;
        while (TimeProvider.System.GetUtcNow() < end)
            yield return Faults.Disturbances.All[random.Next(Faults.Disturbances.All.Count)];
    }
}
