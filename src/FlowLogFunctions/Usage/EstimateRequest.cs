using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Usage;

/// <summary>What POST /api/flowlogs/estimate asks for: the body that would create the flow log; what does not matter to the cost may be left out.</summary>
/// <param name="SampleMinutes">How far back traffic is looked at that runs by itself.</param>
internal sealed record EstimateRequest(
    FlowLogResourceType? ResourceType, string? ResourceId, TrafficType? TrafficType, string? Project, string? Logstore, bool AnalysisReport,
    int AggregationInterval, int? TtlDays, int SampleMinutes)
{
    public const int DefaultSampleMinutes = 60;
    public const int MostSampleMinutes = 1440;

    public static EstimateRequest Read(BodyReader body)
    {
        foreach (var name in (ReadOnlySpan<string>)["name", "description", "resourceGroupId"])
            body.Text(name);
        body.Objects("tags", Tag.MostTags, tag => (tag.Text("key"), tag.Text("value")));
        var request = new EstimateRequest(
            FlowLogResources.TypeOf(body), body.Text("resourceId", required: true), body.Choice<TrafficType>("trafficType", required: true),
            body.Text("project"), body.Text("logstore"), body.Flag("analysisReport") ?? false,
            body.Number("aggregationInterval", 1, 10, FlowLogs.FlowLog.AggregationIntervals) ?? FlowLogs.FlowLog.DefaultAggregationInterval,
            body.Number("ttlDays", LogServiceLimits.MinTtlDays, LogServiceLimits.MaxTtlDays),
            body.Number("sampleMinutes", 10, MostSampleMinutes) ?? DefaultSampleMinutes);
        if (request.Project is null != request.Logstore is null)
            body.Problem(request.Project is null ? "project" : "logstore", "MissingParameter", "is needed with the other of project and logstore.");
        return request;
    }
}
