using System.Text.Json;
using System.Text.Json.Serialization;
using FlowLog.Ledger;

namespace FlowLogFunctions.Ledger;

/// <summary>Minutes of an ENI, one after another, of which the same is known.</summary>
/// <param name="SamplingRate">N where 1 of N packets was looked at; else null.</param>
/// <param name="Reason">Why something is missing; null where nothing is.</param>
internal sealed record CompletenessRun(
    DateTimeOffset From, DateTimeOffset To, string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SamplingRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason)
{
    public static CompletenessRun Of(StatedTime time) => new(
        DateTimeOffset.FromUnixTimeSeconds(time.From), DateTimeOffset.FromUnixTimeSeconds(time.Until), NameOf(time.State),
        time.State == MinuteState.Sampled ? time.SamplingRate : null, time.Reason.Length > 0 ? time.Reason : null);

    public static string NameOf(MinuteState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
