using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Authorization;

/// <summary>The confirmation as it stands now.</summary>
/// <param name="IsNew">True if this call made it; false if it was there.</param>
internal sealed record ConfirmOutcome(AuthorizationAnswer Answer, bool IsNew);

/// <summary>Confirms, once, that the service may write to the account's Logstores. Only the primary account may.</summary>
internal sealed class ConfirmAuthorization(AuthorizationStore store, TimeProvider time)
{
    public async Task<Outcome<ConfirmOutcome>> RunAsync(Caller caller, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("confirm the authorization") is { } forbidden)
            return forbidden;
        var confirmation = new Confirmation(time.GetUtcNow(), caller.AccountId);
        if (await store.AddAsync(caller.AccountId, confirmation, cancellation) is not null)
            return new ConfirmOutcome(AuthorizationAnswer.Of(confirmation), true);
        return await store.FindAsync(caller.AccountId, cancellation) is { } earlier
            ? new ConfirmOutcome(AuthorizationAnswer.Of(earlier.Value), false)
            : Refusal.ChangedMeanwhile("authorization");
    }
}
