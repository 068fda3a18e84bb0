using System.Security.Cryptography;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Takes a capture file for an ENI whose source is pcap, of any size, as it streams in.</summary>
internal sealed class PutCaptureFile(EniStore enis, CaptureFiles files, IOptions<CaptureOptions> options, CallTelemetry telemetry, TimeProvider time)
{
    private const int UploadIdBytes = 16;

    /// <param name="shift">Whether its first packet is moved to now.</param>
    /// <param name="onlyNew">Whether a file of that name stays as it is.</param>
    public async Task<Outcome<Versioned<CaptureFileView>>> RunAsync(
        Caller caller, string eniId, string name, bool shift, bool onlyNew, Stream content, CancellationToken cancellation)
    {
        if (CaptureFileRules.Name(name) is { } complaint)
            return Refusal.Invalid("name", "Malformed", complaint);
        if ((await enis.FindAsync(caller.Scope, eniId, cancellation))?.Value is not { } eni)
            return enis.NotFound(eniId);
        if (eni.Source.Type != TrafficSourceType.Pcap)
            return Refusal.Conflict("NotPcapSource", $"The traffic source of {eniId} is {eni.Source.Type}; set it to pcap to hand capture files over.");
        if (await IsFullAsync(caller.Scope, eniId, name, cancellation))
            return Refusal.Conflict("TooManyCaptures", $"An ENI holds at most {options.Value.MaxFilesPerEni} capture files; remove some that are done.");
        var startAt = shift ? UnixTime.Nanoseconds(time.GetUtcNow()) : (long?)null;
        var upload = Convert.ToHexString(RandomNumberGenerator.GetBytes(UploadIdBytes));
        if (await files.PutAsync(caller.Scope, eniId, name, content, startAt, upload, onlyNew, cancellation) is not { } file)
            return onlyNew ? Refusal.AlreadyThere($"capture file {name}") : Refusal.ChangedMeanwhile($"capture file {name}");
        telemetry.CaptureTaken(file.Bytes);
        return new Versioned<CaptureFileView>(CaptureFileView.Of(file, null), file.ETag);
    }

    private async Task<bool> IsFullAsync(Scope scope, string eniId, string name, CancellationToken cancellation)
    {
        var others = 0;
        await foreach (var file in files.ListAsync(scope, eniId, cancellation))
            others += file.Name == name ? 0 : 1;
        return others >= options.Value.MaxFilesPerEni;
    }
}
