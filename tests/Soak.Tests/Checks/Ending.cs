using System.Text.Json;
using FlowLogFunctions.Soak.Tests.Traffic;

namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>Looks whether every packet is where it belongs, once: in the records of both Logstores, in aggregates, in SQL, and in the ledger.</summary>
internal sealed class Ending(ServiceUnderFaults service, SoakNetwork network, FlowSums truth)
{
    private readonly List<string> _problems = [];

    /// <summary>What is not where it belongs, in words; empty if all is.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation)
    {
        var all = await StoredRecords.ReadAsync(service, SoakNetwork.All, cancellation);
        var dropped = await StoredRecords.ReadAsync(service, SoakNetwork.Dropped, cancellation);
        Expect("records of all traffic", "", all.Flows.Where(IsCaptured).DifferenceFrom(truth));
        Expect("records of what was refused", "", dropped.Flows.Where(IsCaptured).DifferenceFrom(truth.Where(IsRefused)));
        Expect("both Logstores", "", dropped.Flows.DifferenceFrom(all.Flows.Where(IsRefused)));
        await CheckGeneratedAsync(all.Flows, cancellation);
        await CheckDashboardAsync(all, cancellation);
        await CheckSqlAsync(all, cancellation);
        foreach (var (logstore, records) in ((string, StoredRecords)[])[(SoakNetwork.All, all), (SoakNetwork.Dropped, dropped)])
            await CheckLedgerAsync(logstore, records, cancellation);
        return _problems;
    }

    private void Expect<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found)) _problems.Add($"{what}: expected {expected}, found {found}");
    }

    private static bool IsRefused(FlowKey flow) => flow.Action == "REJECT";

    private bool IsCaptured(FlowKey flow) => flow.Eni != network.Generated.Id;

    private async Task CheckGeneratedAsync(FlowSums found, CancellationToken cancellation)
    {
        var ledger = await LedgerMinutes.ReadAsync(service, SoakNetwork.All, network.Generated.Id, cancellation);
        var minutes = ledger.Where(minute => minute.Value == LedgerMinutes.Observed).Select(minute => minute.Key).Order().ToList();
        Expect("minutes of the generator", true, minutes.Count > 2);
        // The flow logs began within the first one and ended within the last.
        foreach (var minute in minutes.Skip(1).SkipLast(1))
        {
            var there = found.Where(flow => flow.Eni == network.Generated.Id && flow.Minute == minute);
            Expect($"generated minute {minute}", GeneratedTruth.Of(network.Generated, minute), (there.Packets, there.Bytes));
        }
    }

    /// <summary>Of the aggregates and roll-ups.</summary>
    private async Task CheckDashboardAsync(StoredRecords records, CancellationToken cancellation)
    {
        var dashboard = await GetAsync(SoakNetwork.All, "dashboard", cancellation);
        foreach (var (name, action) in ((string, string?)[])[("totals", null), ("accepted", "ACCEPT"), ("rejected", "REJECT")])
        {
            var expected = records.Flows.Where(flow => action is null || flow.Action == action);
            var sums = dashboard.GetProperty(name);
            Expect($"dashboard's {name}", (expected.Packets, expected.Bytes), (sums.GetProperty("packets").GetInt64(), sums.GetProperty("bytes").GetInt64()));
        }
    }

    private async Task CheckSqlAsync(StoredRecords records, CancellationToken cancellation)
    {
        var query = Uri.EscapeDataString("log-status: OK | SELECT count(*) AS n, sum(packets) AS p, sum(bytes) AS b FROM log");
        var answer = await service.Api.GetAsync($"{SoakNetwork.All}/query?{SoakRange.UpTo(service.Clock.Now)}&query={query}", cancellation);
        Expect("SQL", $"[[{records.WithTraffic},{records.Flows.Packets},{records.Flows.Bytes}]]", answer.GetProperty("rows").GetRawText());
    }

    /// <summary>Nothing is missing, so nothing may be said to be: neither in statements nor in the ledger.</summary>
    private async Task CheckLedgerAsync(string logstore, StoredRecords records, CancellationToken cancellation)
    {
        Expect($"skip reasons in {logstore}", "", string.Join(", ", records.SkipReasons));
        var totals = (await GetAsync(logstore, "completeness", cancellation)).GetProperty("totals");
        foreach (var state in (string[])["late", "lost", "skipped"])
            Expect($"{state} minutes of {logstore}", 0, totals.GetProperty(state).GetInt64());
        Expect($"observed minutes of {logstore}", true, totals.GetProperty("observed").GetInt64() > 0);
    }

    private Task<JsonElement> GetAsync(string logstore, string what, CancellationToken cancellation) =>
        service.Api.GetAsync($"{logstore}/{what}?{SoakRange.UpTo(service.Clock.Now)}", cancellation);
}
