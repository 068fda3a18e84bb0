using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>What POST /api/flowlogs asks for; null where it is missing or wrong, of which <see cref="BodyReader"/> knows.</summary>
internal sealed record CreateFlowLogRequest(
    string? Name, string? Description, FlowLogResourceType? ResourceType, string? ResourceId, TrafficType? TrafficType,
    string? Project, string? Logstore, bool AnalysisReport, int AggregationInterval, IReadOnlyList<Tag> Tags, string? ResourceGroupId)
{
    public static CreateFlowLogRequest Read(BodyReader body) => new(
        body.Text("name", required: true, FlowLogTexts.NameComplaint),
        body.Text("description", rule: FlowLogTexts.DescriptionComplaint),
        FlowLogResources.TypeOf(body),
        body.Text("resourceId", required: true),
        body.Choice<TrafficType>("trafficType", required: true),
        body.Text("project", required: true),
        body.Text("logstore", required: true),
        body.Flag("analysisReport") ?? false,
        body.Number("aggregationInterval", 1, 10, FlowLog.AggregationIntervals) ?? FlowLog.DefaultAggregationInterval,
        ReadTags(body),
        body.Text("resourceGroupId", rule: FlowLogTexts.ResourceGroupComplaint));

    private static IReadOnlyList<Tag> ReadTags(BodyReader body)
    {
        var tags = body.Objects("tags", Tag.MostTags, tag => new Tag(
            tag.Text("key", required: true, Tag.KeyComplaint) ?? "",
            tag.Text("value", rule: Tag.ValueComplaint) ?? "")) ?? [];
        foreach (var twice in tags.Where(tag => tag.Key.Length > 0).GroupBy(tag => tag.Key).Where(group => group.Count() > 1))
            body.Problem("tags", "DuplicateTagKey", $"has the key '{twice.Key}' {twice.Count()} times.");
        return tags;
    }
}
