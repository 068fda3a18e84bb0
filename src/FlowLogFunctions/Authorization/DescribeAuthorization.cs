using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Authorization;

/// <summary>Shows whether the account has confirmed, to sub-users too.</summary>
internal sealed class DescribeAuthorization(AuthorizationStore store)
{
    public async Task<Outcome<AuthorizationAnswer>> RunAsync(Caller caller, CancellationToken cancellation) =>
        AuthorizationAnswer.Of((await store.FindAsync(caller.AccountId, cancellation))?.Value);
}
