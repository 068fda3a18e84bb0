using System.Text.Json;

namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>What a Logstore's ledger says of each minute of an ENI.</summary>
internal static class LedgerMinutes
{
    private const int Minute = 60;

    /// <summary>Every packet of it was counted.</summary>
    public const string Observed = "observed";

    /// <summary>It was observed, and there was nothing.</summary>
    public const string NoTraffic = "noTraffic";

    /// <summary>Some of its traffic is missing, and records say so.</summary>
    public const string Skipped = "skipped";

    /// <returns>The state by the Unix seconds of the minute's start; empty if nothing is known of the ENI.</returns>
    public static async Task<Dictionary<long, string>> ReadAsync(ServiceUnderFaults service, string logstore, string eni, CancellationToken cancellation)
    {
        var completeness = await service.Api.GetAsync($"{logstore}/completeness?eniId={eni}&{SoakRange.UpTo(service.Clock.Now)}", cancellation);
        var states = new Dictionary<long, string>();
        foreach (var run in completeness.GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("runs").EnumerateArray()))
            for (var minute = Seconds(run, "from"); minute < Seconds(run, "to"); minute += Minute)
                states[minute] = run.GetProperty("state").GetString()!;
        return states;
    }

    private static long Seconds(JsonElement run, string name) => run.GetProperty(name).GetDateTimeOffset().ToUnixTimeSeconds();
}
