using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Turns an access key off, or on again. It may be the very key of the call.</summary>
internal sealed class ChangeAccessKey(KeyRingStore rings, AccessKeyUses uses, IOptions<ConfiguredAccounts> configured)
{
    public async Task<Outcome<AccessKeyView>> RunAsync(Outcome<Identity> whose, string accessKeyId, BodyReader body, CancellationToken cancellation)
    {
        if (!whose.Is(out var owner, out var refusal))
            return refusal;
        var status = body.Choice<AccessKeyStatus>("status", required: true);
        if (body.IsInvalid(out refusal))
            return refusal;
        if (configured.Value.RefuseChange(owner, accessKeyId) is { } denied)
            return denied;
        if (!(await rings.ChangeAsync(owner, ring => ring.With(accessKeyId, status!.Value, owner), cancellation)).Is(out var changed, out refusal))
            return refusal;
        var key = changed.AccessKeys.First(key => key.AccessKeyId == accessKeyId);
        return AccessKeyView.Of(key, await uses.FindAsync(owner.AccountId, accessKeyId, cancellation));
    }
}
