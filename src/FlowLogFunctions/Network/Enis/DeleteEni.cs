using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Network;

/// <summary>
/// Deletes an ENI that no flow log names, with its capture files. Flow logs of its VSwitch or VPC do not keep it. Once its row is gone it is deleted:
/// files that cannot be removed now are later.
/// </summary>
internal sealed partial class DeleteEni(
    EniStore enis, FormerEniStore former, FlowLogReferences flowLogs, NetworkDecisions decisions, CaptureFiles files, TimeProvider time, ILogger<DeleteEni> log)
{
    public async Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation)
    {
        var refusal = await decisions.DeleteAsync(
            enis, scope, id, ifMatch, _ => flowLogs.OfAsync(scope, enis.Kind, id, cancellation), cancellation,
            (eni, changes) => former.EndAsync(scope, FormerEni.Of(eni, time.GetUtcNow()), changes, cancellation));
        if (refusal is null)
            await RemoveFilesAsync(scope, id, cancellation);
        return refusal;
    }

    private async Task RemoveFilesAsync(Scope scope, string id, CancellationToken cancellation)
    {
        try
        {
            await files.RemoveAllAsync(scope, id, cancellation);
        }
        catch (Exception fault) when (StorageOutage.Is(fault) || fault is OperationCanceledException)
        {
            LogLeft(log, id, fault);
        }
    }

    [LoggerMessage(463, LogLevel.Warning, "Capture files of the ENI {Eni} are left when it is deleted; a timer removes them")]
    private static partial void LogLeft(ILogger logger, string eni, Exception fault);
}
