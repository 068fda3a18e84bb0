using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>How many tails this process serves, and how many of them to one account.</summary>
internal sealed class TailSlots(IOptions<TailOptions> options, CallTelemetry telemetry)
{
    /// <summary>Code of the refusal when all are taken.</summary>
    public const string TooMany = "TooManyTails";

    /// <summary>Code of the refusal when the account has as many as it may.</summary>
    public const string TooManyOfAccount = "TooManyTails.Account";

    private readonly AccountSlots _slots = new(options.Value.MaxTails, options.Value.MaxTailsPerAccount);

    /// <summary>Takes a slot until it is disposed of; refuses with 429 if there is none.</summary>
    public Outcome<AccountSlot> Take(string accountId)
    {
        if (_slots.Take(accountId, out var isAccountFull) is { } slot)
        {
            telemetry.TailOpened();
            return slot.Then(telemetry.TailClosed);
        }

        var refusal = Refuse(isAccountFull);
        telemetry.Refused(refusal.Status, refusal.Code);
        return refusal;
    }

    /// <summary>The refusal if there is no slot at this moment: an answer that has not begun is counted by its status.</summary>
    public Refusal? RefuseNow(string accountId) => _slots.HasRoom(accountId, out var isAccountFull) ? null : Refuse(isAccountFull);

    private Refusal Refuse(bool isAccountFull) =>
        isAccountFull
            ? new Refusal(StatusCodes.Status429TooManyRequests, TooManyOfAccount, $"The account watches {options.Value.MaxTailsPerAccount} tails, as many as one process serves to an account; end one first.")
            : new Refusal(StatusCodes.Status429TooManyRequests, TooMany, "As many tails are watched as one process serves; try again later.");
}
