using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>How many tails this process serves, and how many of them to each account: no account takes them all.</summary>
internal sealed class TailSlots(IOptions<TailOptions> options, CallTelemetry telemetry)
{
    /// <summary>Code of the refusal when all are taken.</summary>
    public const string TooMany = "TooManyTails";

    /// <summary>Code of the refusal when the account has as many as it may.</summary>
    public const string TooManyOfAccount = "TooManyTails.Account";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byAccount = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>Takes a slot until it is disposed of; refuses with 429 if there is none.</summary>
    public Outcome<TailSlot> Take(string accountId)
    {
        lock (_lock)
        {
            var own = _byAccount.GetValueOrDefault(accountId);
            if (own >= options.Value.MaxTailsPerAccount)
                return Refuse(TooManyOfAccount, $"The account watches as many tails as one process serves to an account, {options.Value.MaxTailsPerAccount}; end one first.");
            if (_taken >= options.Value.MaxTails)
                return Refuse(TooMany, "As many tails are watched as one process serves; try again later.");
            (_taken, _byAccount[accountId]) = (_taken + 1, own + 1);
        }

        telemetry.TailOpened();
        return new TailSlot(() => Leave(accountId));
    }

    private Refusal Refuse(string code, string detail)
    {
        telemetry.Refused(StatusCodes.Status429TooManyRequests, code);
        return new(StatusCodes.Status429TooManyRequests, code, detail);
    }

    private void Leave(string accountId)
    {
        lock (_lock)
        {
            _taken--;
            if (--_byAccount[accountId] == 0)
                _byAccount.Remove(accountId);
        }

        telemetry.TailClosed();
    }
}
