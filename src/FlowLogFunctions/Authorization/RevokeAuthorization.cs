using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Authorization;

/// <summary>Takes the confirmation back: capture stops for the account until it confirms again. Only the primary account may.</summary>
internal sealed class RevokeAuthorization(AuthorizationStore store)
{
    public async Task<Refusal?> RunAsync(Caller caller, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("revoke the authorization") is { } forbidden)
            return forbidden;
        await store.RemoveAsync(caller.AccountId, cancellation);
        return null;
    }
}
