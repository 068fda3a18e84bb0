using System.Text.Json.Serialization;

namespace FlowLogFunctions.Usage;

/// <summary>What a Logstore took in of one day's records. Each hour is counted anew from the Logstore itself, so nothing is counted twice.</summary>
/// <param name="Day">As <c>2026-11-22</c>, UTC, by the records' start.</param>
/// <param name="LogstoreId">The internal id: a Logstore that was made again under its name is another.</param>
/// <param name="TtlDays">Days that it kept records when it was last counted.</param>
/// <param name="Hours">By hour, 0 to 23.</param>
internal sealed record UsageDay(
    string Day, string LogstoreId, string Project, string Logstore, int TtlDays, IReadOnlyDictionary<int, MeteredTraffic> Hours)
{
    [JsonIgnore]
    public MeteredTraffic Sum => Hours.Values.Aggregate(default(MeteredTraffic), (sum, hour) => sum + hour);
}
