using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Lists the sub-users, or shows one, with the ids of their keys. Only the primary account may.</summary>
internal sealed class ListUsers(UserStore users)
{
    public async Task<Outcome<Page<User>>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see users") is { } forbidden)
            return forbidden;
        var page = PageRequest.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        return (await users.PageAsync(caller.AccountId, page, cancellation)).Select(user => user.Value);
    }

    public async Task<Outcome<Versioned<User>>> FindAsync(Caller caller, string name, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see users") is { } forbidden)
            return forbidden;
        return await users.FindAsync(caller.AccountId, name, cancellation) is { } user ? user.Versioned : UserStore.Missing(name);
    }
}
