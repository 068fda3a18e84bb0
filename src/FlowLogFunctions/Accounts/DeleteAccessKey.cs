using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Removes an access key; it is not valid from that moment on. It may be the very key of the call.</summary>
internal sealed class DeleteAccessKey(KeyRingStore rings, AccessKeyStore keys, AccessKeyUses uses, IOptions<ConfiguredAccounts> configured)
{
    public async Task<Refusal?> RunAsync(Outcome<Identity> whose, string accessKeyId, CancellationToken cancellation)
    {
        if (!whose.Is(out var owner, out var refusal))
            return refusal;
        if (configured.Value.RefuseChange(owner, accessKeyId) is { } denied)
            return denied;
        if (!(await rings.ChangeAsync(owner, ring => ring.Without(accessKeyId, owner), cancellation)).Is(out _, out refusal))
            return refusal;
        await keys.RemoveAsync(accessKeyId, cancellation);
        await uses.ForgetAsync(owner.AccountId, accessKeyId, cancellation);
        return null;
    }
}
