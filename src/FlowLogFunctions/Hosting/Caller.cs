using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Hosting;

/// <summary>Who calls, and the region that the call is about.</summary>
/// <param name="AccountId">The primary account that owns every resource of the call.</param>
/// <param name="UserName">The sub-user whose key it is; null for the primary account itself.</param>
internal sealed record Caller(string AccountId, string? UserName, string Region)
{
    /// <summary>The key of the call; empty where no request is behind it.</summary>
    public string AccessKeyId { get; init; } = "";

    /// <summary>Of a sub-user: what it may do, for use cases whose body names what another action is about.</summary>
    public PolicySet Policies { get; init; } = PolicySet.None;

    public bool IsPrimary => UserName is null;

    /// <summary>The account and region whose resources the caller sees.</summary>
    public Scope Scope => new(AccountId, Region);

    /// <summary>The refusal of what only the primary account may do; null if it calls.</summary>
    /// <param name="what">Completes "Only the primary account may …".</param>
    public Refusal? RefuseSubUser(string what) =>
        IsPrimary ? null : Refusal.Forbidden("Forbidden.SubUser", $"Only the primary account may {what}; this is the key of the sub-user '{UserName}'.");
}
