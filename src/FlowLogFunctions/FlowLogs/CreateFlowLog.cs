using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Makes a flow log, Activating, and turns the Logstore's report on if it asks for that, in one transaction.</summary>
internal sealed class CreateFlowLog(
    CreateFlowLogChecks checks, FlowLogStore flowLogs, ControlGuard guard, FlowLogChanges changes, DescribeFlowLogs describe, IdSource ids, TimeProvider time)
{
    /// <summary>The guard of the network inventory: no resource is deleted while a flow log on it is made.</summary>
    private const string Guard = "network";

    public async Task<Outcome<Versioned<FlowLogAnswer>>> RunAsync(Caller caller, BodyReader body, CancellationToken cancellation)
    {
        var request = CreateFlowLogRequest.Read(body);
        if (RefuseLogstore(caller, request) is { } forbidden)
            return forbidden;
        IReadOnlyList<FieldProblem> shape = body.IsInvalid(out var malformed) ? malformed.Errors! : [];
        var id = ids.Next("fl-");
        var decided = await guard.DecideAsync<FlowLog>(ControlKeys.Partition(caller.Scope), Guard, async rows =>
        {
            var target = await checks.FindAsync(caller.Scope, request, cancellation);
            if (await checks.RefuseAsync(caller.Scope, shape, target, cancellation) is { } refusal)
                return refusal;
            await flowLogs.NoteScopeAsync(caller.Scope, cancellation);
            if (request.AnalysisReport)
                rows.Replace(target.Logstore!.Row, target.Logstore.Value.WithReport(time.GetUtcNow()), target.Logstore.ETag);
            var flowLog = Make(id, request, target.VpcId!);
            rows.Add(FlowLogStore.Row(id), flowLog);
            return flowLog;
        }, cancellation);
        if (!decided.Is(out _, out var refused))
            return refused;
        // Read before it is settled, so that the answer is what was made.
        var made = await describe.FindAsync(caller, id, cancellation);
        await changes.SendAsync(caller.Scope, id, cancellation);
        return made;
    }

    /// <summary>The right to make flow logs is none to write into every Logstore, or to turn reports on, which shortens how long records are kept.</summary>
    private static Refusal? RefuseLogstore(Caller caller, CreateFlowLogRequest request) => request.Project is not { } project
        ? null
        : Permission.RefuseLogstore(caller, ApiActions.WriteRecords, project, request.Logstore)
            ?? (request.AnalysisReport ? Permission.RefuseLogstore(caller, ApiActions.TurnReportOn, project, request.Logstore) : null);

    private FlowLog Make(string id, CreateFlowLogRequest request, string vpcId)
    {
        var now = time.GetUtcNow();
        return new FlowLog(
            id, request.Name!, request.Description ?? "", request.ResourceType!.Value, request.ResourceId!, vpcId, request.TrafficType!.Value,
            request.Project!, request.Logstore!, request.AggregationInterval, request.Tags, request.ResourceGroupId,
            FlowLogStatus.Activating, null, now, now, null);
    }
}
