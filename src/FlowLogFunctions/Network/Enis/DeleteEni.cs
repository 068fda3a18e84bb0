using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Deletes an ENI that no flow log names, with its capture files. Flow logs of its VSwitch or VPC do not keep it.</summary>
internal sealed class DeleteEni(EniStore enis, FormerEniStore former, FlowLogReferences flowLogs, NetworkDecisions decisions, CaptureFiles files, TimeProvider time)
{
    public async Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation)
    {
        var refusal = await decisions.DeleteAsync(
            enis, scope, id, ifMatch, _ => flowLogs.OfAsync(scope, enis.Kind, id, cancellation), cancellation,
            (eni, changes) => former.EndAsync(scope, FormerEni.Of(eni, time.GetUtcNow()), changes, cancellation));
        if (refusal is null)
            await files.RemoveAllAsync(scope, id, cancellation);
        return refusal;
    }
}
