using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Removes a sub-user; its keys are not valid from that moment on. Only the primary account may.</summary>
internal sealed class DeleteUser(UserStore users, AccessKeyStore keys, AccessKeyUses uses)
{
    public async Task<Refusal?> RunAsync(Caller caller, string name, string? ifMatch, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("remove users") is { } forbidden)
            return forbidden;
        if (await users.FindAsync(caller.AccountId, name, cancellation) is not { } user)
            return UserStore.Missing(name);
        if (ifMatch is not null && ifMatch != user.ETag)
            return Refusal.PreconditionFailed("user");
        if (!await users.RemoveAsync(caller.AccountId, user, cancellation))
            return Refusal.ChangedMeanwhile("user");
        // A key without its user is worth nothing; these rows only take room.
        foreach (var key in user.Value.AccessKeys)
        {
            await keys.RemoveAsync(key.AccessKeyId, cancellation);
            await uses.ForgetAsync(caller.AccountId, key.AccessKeyId, cancellation);
        }

        return null;
    }
}
