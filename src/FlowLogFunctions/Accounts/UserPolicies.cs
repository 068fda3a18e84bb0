using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Accounts;

/// <summary>A sub-user's own policy, beside the system policies that are attached to it. Only the primary account may see and change it.</summary>
internal sealed class UserPolicies(UserStore users)
{
    public async Task<Outcome<Versioned<PolicyDocument>>> FindAsync(Caller caller, string name, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see policies") is { } forbidden)
            return forbidden;
        if (await users.FindAsync(caller.AccountId, name, cancellation) is not { } user)
            return UserStore.Missing(name);
        return user.Value.Policy is { } policy ? new Versioned<PolicyDocument>(policy, user.ETag) : Missing(name);
    }

    /// <summary>Sets it, whether there was one or not.</summary>
    public async Task<Outcome<Versioned<PolicyDocument>>> PutAsync(
        Caller caller, string name, BodyReader body, string? ifMatch, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("change policies") is { } forbidden)
            return forbidden;
        var policy = PolicyReading.Read(body);
        if (body.IsInvalid(out var refusal))
            return refusal;
        var changed = await users.ChangeAsync(caller.AccountId, name, user => user with { Policy = policy }, cancellation, ifMatch);
        return changed.Is(out var row, out refusal) ? new Versioned<PolicyDocument>(policy!, row.ETag) : refusal;
    }

    public async Task<Refusal?> DeleteAsync(Caller caller, string name, string? ifMatch, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("change policies") is { } forbidden)
            return forbidden;
        return (await users.ChangeAsync(caller.AccountId, name, Without, cancellation, ifMatch)).Refusal;
    }

    private static Outcome<User> Without(User user) => user.Policy is null ? Missing(user.Name) : user with { Policy = null };

    private static Refusal Missing(string name) =>
        new(StatusCodes.Status404NotFound, "EntityNotExist.Policy", $"The user '{name}' has no policy of its own.");
}
