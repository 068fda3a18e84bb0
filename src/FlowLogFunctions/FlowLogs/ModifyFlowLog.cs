using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Changes a flow log's name, description or aggregation interval; nothing else of it can be changed.</summary>
internal sealed class ModifyFlowLog(FlowLogStore flowLogs, FlowLogChanges changes, DescribeFlowLogs describe, TimeProvider time)
{
    private static readonly IReadOnlyList<string> Fixed =
    [
        "id", "resourceType", "resourceId", "trafficType", "project", "logstore", "analysisReport", "tags", "resourceGroupId",
        "status", "regionId", "vpcId",
    ];

    private sealed record Request(string? Name, string? Description, int? AggregationInterval);

    public async Task<Outcome<Versioned<FlowLogAnswer>>> RunAsync(
        Caller caller, string id, BodyReader body, string? ifMatch, CancellationToken cancellation)
    {
        var request = Read(body);
        if (body.IsInvalid(out var refusal))
            return refusal;
        var changed = await flowLogs.ChangeAsync(caller.Scope, id, ifMatch, flowLog => Apply(flowLog, request), cancellation);
        if (!changed.Is(out var row, out refusal))
            return refusal;
        await changes.SendAsync(caller.Scope, id, cancellation);
        return await describe.ShowAsync(caller, row, cancellation);
    }

    private Outcome<FlowLog> Apply(FlowLog flowLog, Request request) =>
        flowLog.Begin(FlowLogStatus.Modifying, time.GetUtcNow()).Is(out var begun, out var refusal)
            ? begun with
            {
                Name = request.Name ?? begun.Name,
                Description = request.Description ?? begun.Description,
                AggregationInterval = request.AggregationInterval ?? begun.AggregationInterval,
            }
            : refusal;

    private static Request Read(BodyReader body)
    {
        var request = new Request(
            body.Text("name", rule: FlowLogTexts.NameComplaint),
            body.Text("description", rule: FlowLogTexts.DescriptionComplaint),
            body.Number("aggregationInterval", 1, 10, FlowLog.AggregationIntervals));
        foreach (var name in Fixed)
            body.Refuse(name, "NotModifiable", "cannot be changed; make another flow log.");
        if (!body.HasAny)
            body.Problem("", "MissingParameter", "names nothing to change: name, description, aggregationInterval.");
        return request;
    }
}
