using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Deletes a VPC that no VSwitch, security group or flow log refers to.</summary>
internal sealed class DeleteVpc(
    VpcStore vpcs, VSwitchStore vSwitches, SecurityGroupStore groups, FlowLogReferences flowLogs, NetworkDecisions decisions)
{
    public Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation) =>
        decisions.DeleteAsync(vpcs, scope, id, ifMatch, _ => HoldersAsync(scope, id, cancellation), cancellation);

    private IAsyncEnumerable<FieldProblem> HoldersAsync(Scope scope, string id, CancellationToken cancellation) =>
        vSwitches.AllAsync(scope, cancellation).Where(row => row.Value.VpcId == id).Select(row => Dependency.Of(vSwitches.Kind, row.Value))
            .Concat(groups.AllAsync(scope, cancellation).Where(row => row.Value.VpcId == id).Select(row => Dependency.Of(groups.Kind, row.Value)))
            .Concat(flowLogs.OfAsync(scope, vpcs.Kind, id, cancellation));
}
