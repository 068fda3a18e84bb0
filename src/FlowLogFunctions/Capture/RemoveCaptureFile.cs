using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>Removes a capture file; records that were made from it stay.</summary>
internal sealed class RemoveCaptureFile(EniStore enis, CaptureFiles files, FilesInUse inUse, CallTelemetry telemetry)
{
    public async Task<Refusal?> RunAsync(Caller caller, string eniId, string name, CancellationToken cancellation)
    {
        if (await enis.FindAsync(caller.Scope, eniId, cancellation) is null)
            return enis.NotFound(eniId);
        if (await inUse.RefuseAsync(caller.Scope, eniId, name, cancellation) is { } refusal)
            return refusal;
        if (CaptureFileRules.Name(name) is not null || !await files.RemoveAsync(caller.Scope, eniId, name, cancellation))
            return Refusal.NotFound("capture file", name, "CaptureNotExist");
        telemetry.CaptureRemoved();
        return null;
    }
}
