using System.Security.Cryptography;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Takes a capture file for an ENI whose source is pcap, as it streams in, within what a file and the account may have.</summary>
internal sealed class PutCaptureFile(
    EniStore enis, CaptureFiles files, FilesInUse inUse, UploadSlots uploads, IOptions<CaptureOptions> options, CallTelemetry telemetry, TimeProvider time)
{
    private const int UploadIdBytes = 16;
    private const long Mebibyte = 1 << 20;

    public async Task<Outcome<Versioned<CaptureFileView>>> RunAsync(Caller caller, string eniId, string name, CaptureUpload upload, CancellationToken cancellation)
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
        if (!upload.OnlyNew && await inUse.RefuseAsync(caller.Scope, eniId, name, cancellation) is { } used)
            return used;
        var held = await files.HeldAsync(caller.Scope, eniId, name, cancellation);
        if (held.FilesOfEni >= options.Value.MaxFilesPerEni)
            return Refusal.Conflict("TooManyCaptures", $"An ENI holds at most {options.Value.MaxFilesPerEni} capture files; remove some that are done.");
        if (RefuseSize(upload.Announced ?? 0, held.Bytes) is { } tooLarge)
            return tooLarge;
        return await PutAsync(caller.Scope, eniId, name, upload, held.Bytes, cancellation);
    }

    private async Task<Outcome<Versioned<CaptureFileView>>> PutAsync(
        Scope scope, string eniId, string name, CaptureUpload upload, long held, CancellationToken cancellation)
    {
        var most = Math.Min(options.Value.MaxFileMebibytes * Mebibyte, (options.Value.MaxMebibytesPerAccount * Mebibyte) - held);
        var startAt = upload.Shift ? UnixTime.Nanoseconds(time.GetUtcNow()) : (long?)null;
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(UploadIdBytes));
        try
        {
            if (await files.PutAsync(scope, eniId, name, new BoundedStream(upload.Content, most), startAt, id, upload.OnlyNew, cancellation) is not { } file)
                return upload.OnlyNew ? Refusal.AlreadyThere($"capture file {name}") : Refusal.ChangedMeanwhile($"capture file {name}");
            telemetry.CaptureTaken(file.Bytes);
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
