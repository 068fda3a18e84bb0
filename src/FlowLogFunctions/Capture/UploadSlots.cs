using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>How many capture files come into this process at the same time, and how many of them from one account: each holds some blocks in memory.</summary>
internal sealed class UploadSlots(IOptions<CaptureOptions> options)
{
    private const int RetryAfterSeconds = 5;

    private readonly AccountSlots _slots = new(options.Value.MaxUploads, options.Value.MaxUploadsPerAccount);

    /// <summary>Takes a slot until it is disposed of; refuses with 429 if there is none.</summary>
    public Outcome<AccountSlot> Take(string accountId)
    {
        if (_slots.Take(accountId, out var isAccountFull) is { } slot)
            return slot;
        return isAccountFull
            ? Refuse("TooManyUploads.Account", $"The account hands {options.Value.MaxUploadsPerAccount} capture files over, as many as it may at the same time.")
            : Refuse("TooManyUploads", "As many capture files are being handed over as one process takes.");
    }

    private static Refusal Refuse(string code, string detail) => new(StatusCodes.Status429TooManyRequests, code, detail) { RetryAfterSeconds = RetryAfterSeconds };
}
