using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Deletes a VSwitch that no ENI or flow log refers to.</summary>
internal sealed class DeleteVSwitch(VSwitchStore vSwitches, EniStore enis, FlowLogReferences flowLogs, NetworkDecisions decisions)
{
    public Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation) =>
        decisions.DeleteAsync(vSwitches, scope, id, ifMatch, _ => HoldersAsync(scope, id, cancellation), cancellation);

    private IAsyncEnumerable<FieldProblem> HoldersAsync(Scope scope, string id, CancellationToken cancellation) =>
        enis.AllAsync(scope, cancellation).Where(row => row.Value.VSwitchId == id).Select(row => Dependency.Of(enis.Kind, row.Value))
            .Concat(flowLogs.OfAsync(scope, vSwitches.Kind, id, cancellation));
}
