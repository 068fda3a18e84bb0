using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Accounts;

/// <summary>Changes a sub-user's description and the system policies that are attached to it. Only the primary account may.</summary>
internal sealed class ChangeUser(UserStore users, AccessKeyUses uses)
{
    public async Task<Outcome<Versioned<UserAnswer>>> RunAsync(
        Caller caller, string name, BodyReader body, string? ifMatch, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("change users") is { } forbidden)
            return forbidden;
        var description = CreateUser.ReadDescription(body);
        var policies = ReadPolicies(body);
        if (!body.HasAny)
            body.Problem("", "MissingParameter", "names nothing to change.");
        if (body.IsInvalid(out var refusal))
            return refusal;
        var changed = await users.ChangeAsync(
            caller.AccountId, name,
            user => user with { Description = description ?? user.Description, Policies = policies ?? user.Policies },
            cancellation, ifMatch);
        if (!changed.Is(out var row, out refusal))
            return refusal;
        var used = await uses.AllAsync(caller.AccountId, cancellation);
        return row.Versioned.Select(user => UserAnswer.Of(user, used));
    }

    /// <summary>Names of system policies, each once; null if the body names none or wrong ones.</summary>
    public static IReadOnlyList<string>? ReadPolicies(BodyReader body)
    {
        var policies = body.Texts("policies", SystemPolicies.Names.Count, rule: name => SystemPolicies.Find(name) is null
            ? $"must be one of {string.Join(", ", SystemPolicies.Names)}."
            : null);
        if (policies?.Distinct().Count() < policies?.Count)
            body.Problem("policies", "MoreThanOnce", "names a policy twice.");
        return policies;
    }
}
