using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>The filters of DescribeFlowLogs; all that are given must fit.</summary>
/// <param name="Name">Part of the name, in any case; likewise <paramref name="Description"/>.</param>
/// <param name="VpcId">The flow logs of the VPC and of its VSwitches and ENIs.</param>
/// <param name="Tags">Each <c>key</c> or <c>key:value</c>.</param>
internal sealed record FlowLogFilter(
    string? FlowLogId, string? Name, string? Description, FlowLogResourceType? ResourceType, string? ResourceId, TrafficType? TrafficType,
    string? Project, string? Logstore, FlowLogStatus? Status, string? VpcId, string? ResourceGroupId, IReadOnlyList<string> Tags)
{
    private const string NetworkInterface = "NetworkInterface";

    public static FlowLogFilter Read(QueryReader query) => new(
        query.Text("flowLogId"), query.Text("name"), query.Text("description"),
        TypeOf(query.Choice("resourceType", [.. Enum.GetNames<FlowLogResourceType>(), NetworkInterface])),
        query.Text("resourceId"), ValueOf<TrafficType>(query.Choice("trafficType", Enum.GetNames<TrafficType>())),
        query.Text("project"), query.Text("logstore"), ValueOf<FlowLogStatus>(query.Choice("status", Enum.GetNames<FlowLogStatus>())),
        query.Text("vpcId"), query.Text("resourceGroupId"), query.Texts("tag", Tag.MostTags));

    public bool Fits(FlowLog flowLog) =>
        Is(FlowLogId, flowLog.Id) && Holds(flowLog.Name, Name) && Holds(flowLog.Description, Description)
        && Is(ResourceType, flowLog.ResourceType) && Is(ResourceId, flowLog.ResourceId) && Is(TrafficType, flowLog.TrafficType)
        && Is(Project, flowLog.Project) && Is(Logstore, flowLog.Logstore) && Is(Status, flowLog.Status)
        && Is(VpcId, flowLog.VpcId) && Is(ResourceGroupId, flowLog.ResourceGroupId)
        && Tags.All(tag => flowLog.Tags.Any(own => own.Fits(tag)));

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private static bool Is<T>(T? wanted, T value)
        where T : struct, Enum => wanted is not { } one || EqualityComparer<T>.Default.Equals(one, value);

    private static bool Holds(string text, string? part) => part is null || text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static FlowLogResourceType? TypeOf(string? name) =>
        name == NetworkInterface ? FlowLogResourceType.ENI : ValueOf<FlowLogResourceType>(name);

    private static T? ValueOf<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.Parse<T>(name);
}
