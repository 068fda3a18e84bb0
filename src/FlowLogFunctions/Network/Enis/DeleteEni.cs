using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Deletes an ENI that no flow log names. Flow logs of its VSwitch or VPC do not keep it.</summary>
internal sealed class DeleteEni(EniStore enis, FlowLogReferences flowLogs, NetworkDecisions decisions)
{
    public Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation) =>
        decisions.DeleteAsync(enis, scope, id, ifMatch, _ => flowLogs.OfAsync(scope, enis.Kind, id, cancellation), cancellation);
}
