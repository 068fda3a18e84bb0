using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Lists the sub-users, or shows one, with the ids of their keys. Only the primary account may.</summary>
internal sealed class ListUsers(UserStore users, AccessKeyUses uses)
{
    public async Task<Outcome<Page<UserAnswer>>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see users") is { } forbidden)
            return forbidden;
        var page = PageRequest.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        var found = await users.PageAsync(caller.AccountId, page, cancellation);
        var used = await uses.AllAsync(caller.AccountId, cancellation);
        return found.Select(user => UserAnswer.Of(user.Value, used));
    }

    public async Task<Outcome<Versioned<UserAnswer>>> FindAsync(Caller caller, string name, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see users") is { } forbidden)
            return forbidden;
        if (await users.FindAsync(caller.AccountId, name, cancellation) is not { } user)
            return UserStore.Missing(name);
        var used = await uses.AllAsync(caller.AccountId, cancellation);
        return user.Versioned.Select(value => UserAnswer.Of(value, used));
    }
}
