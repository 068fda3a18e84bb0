using FlowLogFunctions.Soak.Tests.Checks;
using FlowLogFunctions.Soak.Tests.Store;
using FlowLogFunctions.Tests.Capture.Interfaces;
using Xunit.Abstractions;

namespace FlowLogFunctions.Soak.Tests.Live;

/// <summary>
/// Traffic that passes once, at an interface of this machine, while the host is killed and calls to storage fail: what nobody could see is said to be
/// missing, everything else is counted once. <c>FLOWLOG_SOAK_MINUTES</c> or <c>./test --long</c> make it longer.
/// </summary>
public sealed class LiveSoakTests(ITestOutputHelper output)
{
    private const int Minute = 60;
    private const int Seed = 4;
    private const int OneOf = 60;
    private const int Kills = 1;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(15);

    /// <summary>Long enough for a whole minute to be captured and handed on.</summary>
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(100);

    [NamespacesFact]
    public async Task Packets_AreCountedOnce_OrSaidToBeMissing()
    {
        using var patience = new CancellationTokenSource(Longest);
        using var link = new HostLink();
        await using var service = await ServiceUnderFaults.StartAsync(Seed, rate: 1, patience.Token);
        output.WriteLine($"Hosts' log: {service.LogFile}");
        var eni = await LiveNetwork.MakeAsync(service.Api, link.Name, patience.Token);
        var datagrams = new SentDatagrams(link, TimeProvider.System);

        await SendThroughKillsAsync(service, datagrams, patience.Token);
        await UntilJudgedAsync(service, eni, datagrams.BySecond.Keys.Max(), patience.Token);
        await CheckAsync(service, eni, datagrams, patience.Token);
        service.KeepsLog = false;
    }

    private static async Task SendThroughKillsAsync(ServiceUnderFaults service, SentDatagrams datagrams, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource();
        var sending = Task.Run(() => datagrams.RunAsync(enough.Token), cancellation);
        service.Store.Calls.Mix = (CallFaults.Any, OneOf);
        for (var kill = 0; kill < Math.Max(Kills, Setting.Minutes / 2); kill++)
        {
            await Task.Delay(BetweenKills, cancellation);
            await service.Hosts.KillOldestAsync();
            await service.Hosts.StartAsync(cancellation);
        }

        await Task.Delay(BetweenKills, cancellation);
        await enough.CancelAsync();
        await sending;
        service.Store.Calls.Mix = ([], 1);
    }

    /// <summary>Waits until the ledger says something for good of every minute up to the last.</summary>
    private static async Task UntilJudgedAsync(ServiceUnderFaults service, string eni, long last, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestSettling);
        while (!(await LedgerMinutes.ReadAsync(service, LiveNetwork.Logstore, eni, patience.Token)).Any(minute => minute.Key > last && IsJudged(minute.Value)))
            await Task.Delay(TimeSpan.FromSeconds(2), patience.Token);
    }

    private static bool IsJudged(string state) => state is LedgerMinutes.Observed or LedgerMinutes.NoTraffic or LedgerMinutes.Skipped;

    private async Task CheckAsync(ServiceUnderFaults service, string eni, SentDatagrams datagrams, CancellationToken cancellation)
    {
        var minutes = await LedgerMinutes.ReadAsync(service, LiveNetwork.Logstore, eni, cancellation);
        var records = await StoredRecords.ReadAsync(service, LiveNetwork.Logstore, cancellation);
        var first = minutes.Where(minute => IsJudged(minute.Value)).Min(minute => minute.Key);
        var sent = datagrams.BySecond.Where(second => second.Key >= first).ToList();
        output.WriteLine(string.Join('\n', minutes.Where(minute => minute.Key >= first).Select(minute => $"{minute.Key} {minute.Value}")));
        foreach (var (second, datagramsOfIt) in sent)
        {
            var found = records.Flows.Where(flow => datagrams.SecondOf(flow.DestinationPort) == second).Packets;
            // Sent within a second, and seen at its end or just after it.
            var isWhole = IsObserved(second) && IsObserved(second + 1);
            Assert.True(isWhole ? found == datagramsOfIt : found <= datagramsOfIt, $"second {second}: sent {datagramsOfIt}, found {found}");
        }

        Assert.All(minutes.Where(minute => minute.Key >= first && minute.Key <= sent[^1].Key), minute => Assert.True(IsJudged(minute.Value), $"{minute}"));
        Assert.Contains(sent, second => IsObserved(second.Key));
        Assert.Contains(sent, second => minutes.GetValueOrDefault(second.Key - (second.Key % Minute)) == LedgerMinutes.Skipped);
        Assert.NotEmpty(records.SkipReasons);

        bool IsObserved(long second) => minutes.GetValueOrDefault(second - (second % Minute)) == LedgerMinutes.Observed;
    }
}
