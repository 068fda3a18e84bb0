using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Takes a capture file for an ENI whose source is pcap, as it streams in, within what a file and the account may have.</summary>
internal sealed class PutCaptureFile(EniStore enis, CaptureFiles files, UploadSlots uploads, IOptions<CaptureOptions> options, TimeProvider time)
{
    private const long Mebibyte = 1 << 20;

    /// <param name="shift">Whether its first packet is moved to now.</param>
    /// <param name="announced">The length that the caller says; null if it does not.</param>
    public async Task<Outcome<Versioned<CaptureFileView>>> RunAsync(
        Caller caller, string eniId, string name, bool shift, Stream content, long? announced, CancellationToken cancellation)
    {
        if (CaptureFileRules.Name(name) is { } complaint)
            return Refusal.Invalid("name", "Malformed", complaint);
        if ((await enis.FindAsync(caller.Scope, eniId, cancellation))?.Value is not { } eni)
            return enis.NotFound(eniId);
        if (eni.Source.Type != TrafficSourceType.Pcap)
            return Refusal.Conflict("NotPcapSource", $"The traffic source of {eniId} is {eni.Source.Type}; set it to pcap to hand capture files over.");
        if (!uploads.Take(caller.AccountId).Is(out var taken, out var refusal))
            return refusal;
        using var slot = taken;
        var held = await files.HeldAsync(caller.Scope, eniId, name, cancellation);
        if (held.FilesOfEni >= options.Value.MaxFilesPerEni)
            return Refusal.Conflict("TooManyCaptures", $"An ENI holds at most {options.Value.MaxFilesPerEni} capture files; remove some that are done.");
        if (RefuseSize(announced ?? 0, held.Bytes) is { } tooLarge)
            return tooLarge;
        return await PutAsync(caller.Scope, eniId, name, shift, content, held.Bytes, cancellation);
    }

    private async Task<Outcome<Versioned<CaptureFileView>>> PutAsync(
        Scope scope, string eniId, string name, bool shift, Stream content, long held, CancellationToken cancellation)
    {
        var most = Math.Min(options.Value.MaxFileMebibytes * Mebibyte, (options.Value.MaxMebibytesPerAccount * Mebibyte) - held);
        var startAt = shift ? UnixTime.Nanoseconds(time.GetUtcNow()) : (long?)null;
        try
        {
            var file = await files.PutAsync(scope, eniId, name, new BoundedStream(content, most), startAt, cancellation);
            return new Versioned<CaptureFileView>(CaptureFileView.Of(file, null), file.ETag);
        }
        catch (BodyTooLargeException)
        {
            return RefuseSize(most + 1, held)!;
        }
    }

    /// <summary>The refusal of a file of so many bytes beside those that the account holds; null if there is room for it.</summary>
    private Refusal? RefuseSize(long bytes, long held)
    {
        if (bytes > options.Value.MaxFileMebibytes * Mebibyte)
            return new(StatusCodes.Status413PayloadTooLarge, "CaptureTooLarge", $"A capture file may have at most {options.Value.MaxFileMebibytes} MiB.");
        return held + bytes > options.Value.MaxMebibytesPerAccount * Mebibyte
            ? Refusal.Conflict(
                "QuotaExceeded.CaptureBytes",
                $"The account's capture files may have at most {options.Value.MaxMebibytesPerAccount} MiB together, in all regions; {held} bytes are there. Remove some that are done.")
            : null;
    }
}
