using System.Globalization;
using System.Text.Json.Serialization;
using FlowLog.Ledger;

namespace FlowLogFunctions.Ledger;

/// <summary>How complete an answer is: of its time, minutes of ENIs by what is known of them.</summary>
/// <param name="Share">The part of what was asked for that is complete, 0 to 1; null if nothing was asked for.</param>
internal sealed record CompletenessTotals(
    DateTimeOffset From, DateTimeOffset To, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Share, long Observed, long NoTraffic,
    long Sampled, long Skipped, long Late, long Lost, long NotLogged, long Pending)
{
    public const string Header = "X-Completeness";

    public static CompletenessTotals Of(LedgerReport report)
    {
        var minutes = report.Totals();
        return new(
            DateTimeOffset.FromUnixTimeSeconds(report.Range.From), DateTimeOffset.FromUnixTimeSeconds(Math.Max(report.Range.From, report.Range.To)),
            minutes.Share is { } share ? Math.Floor(share * 1_000_000) / 1_000_000 : null, minutes[MinuteState.Observed], minutes[MinuteState.NoTraffic], minutes[MinuteState.Sampled],
            minutes[MinuteState.Skipped], minutes[MinuteState.Late], minutes[MinuteState.Lost], minutes[MinuteState.NotLogged], minutes[MinuteState.Pending]);
    }

    /// <summary>As a header's value: a dictionary of RFC 9651.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Share is { } share ? $"share={share.ToString("0.0#####", CultureInfo.InvariantCulture)}, " : "")}observed={Observed}, no-traffic={NoTraffic}, sampled={Sampled}, skipped={Skipped}, late={Late}, lost={Lost}, not-logged={NotLogged}, pending={Pending}");
}
