using System.Text.Json.Serialization;

namespace FlowLogFunctions.FlowLogs;

/// <summary>A flow log: of this resource's traffic, keep this type as flow records in that Logstore.</summary>
/// <param name="Id"><c>fl-</c> and 17 letters and digits.</param>
/// <param name="VpcId">The VPC of the resource, or the resource itself; it never changes.</param>
/// <param name="AggregationInterval">Minutes of a capture window: 1, 5 or 10.</param>
/// <param name="Former">The state to go back to after Modifying; null in every other state.</param>
/// <param name="ActiveSince">Since when it captures; null unless it is Active, or was when it began to change.</param>
internal sealed record FlowLog(
    string Id,
    string Name,
    string Description,
    FlowLogResourceType ResourceType,
    string ResourceId,
    string VpcId,
    TrafficType TrafficType,
    string Project,
    string Logstore,
    int AggregationInterval,
    IReadOnlyList<Tag> Tags,
    string? ResourceGroupId,
    FlowLogStatus Status,
    FlowLogStatus? Former,
    DateTimeOffset StatusChangedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ActiveSince)
{
    /// <summary>Minutes of a capture window if the request names none.</summary>
    public const int DefaultAggregationInterval = 10;

    /// <summary>Minutes that a capture window may have.</summary>
    public static readonly IReadOnlyList<int> AggregationIntervals = [1, 5, 10];

    /// <summary>When the capture ended of a flow log that is on its way to Inactive or out; null in every other state.</summary>
    [JsonIgnore]
    public DateTimeOffset? CapturedUntil =>
        ActiveSince is not null && Status is (FlowLogStatus.Deactivating or FlowLogStatus.Deleting) ? StatusChangedAt : null;

    /// <summary>Of one that ended: when all that it covered was found captured up to its end; null before, and of every other.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>True while traffic is to be captured: Active, and Active before the modification under way.</summary>
    [JsonIgnore]
    public bool IsCapturing => Status == FlowLogStatus.Active || (Status == FlowLogStatus.Modifying && Former == FlowLogStatus.Active);
}
