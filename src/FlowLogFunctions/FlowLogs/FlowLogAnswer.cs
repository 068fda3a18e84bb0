namespace FlowLogFunctions.FlowLogs;

/// <summary>A flow log as the API shows it.</summary>
/// <param name="AggregationInterval">Minutes.</param>
/// <param name="DeliveryStatus">SUCCESS or FAILED, as things are now.</param>
/// <param name="DeliveryErrorMessage">AuthorizationRevoked, ProjectNotExist or UnavaliableTarget; null when delivery succeeds.</param>
internal sealed record FlowLogAnswer(
    string Id,
    string Name,
    string Description,
    string RegionId,
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
    string BusinessStatus,
    string DeliveryStatus,
    string? DeliveryErrorMessage,
    DeliveryAnswer Delivery,
    DateTimeOffset CreatedAt,
    DateTimeOffset StatusChangedAt,
    DateTimeOffset? ActiveSince)
{
    public static FlowLogAnswer Of(FlowLog flowLog, string region, string? deliveryError, DeliveryHealth? health, DateTimeOffset now) => new(
        flowLog.Id, flowLog.Name, flowLog.Description, region, flowLog.ResourceType, flowLog.ResourceId, flowLog.VpcId, flowLog.TrafficType,
        flowLog.Project, flowLog.Logstore, flowLog.AggregationInterval, flowLog.Tags, flowLog.ResourceGroupId, flowLog.Status,
        "Normal", DeliveryAnswer.StatusOf(deliveryError), deliveryError, DeliveryAnswer.Of(flowLog, deliveryError, health, now), flowLog.CreatedAt, flowLog.StatusChangedAt, flowLog.ActiveSince);
}
