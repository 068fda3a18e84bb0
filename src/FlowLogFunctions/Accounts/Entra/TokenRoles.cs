using System.Security.Claims;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Accounts.Entra;

/// <summary>Who a valid token stands for, and what its app roles let it do.</summary>
internal static class TokenRoles
{
    private const int MaxSubjectLength = 64;

    /// <summary>Claims that ID tokens have: those say who somebody is, not what it may do.</summary>
    private static readonly string[] OfIdTokens = ["nonce", "at_hash", "c_hash"];

    public static Outcome<Principal> PrincipalOf(IReadOnlyList<Claim> claims, EntraDirectory directory)
    {
        if (OfIdTokens.Any(name => Find(claims, name) is not null) || SubjectOf(claims) is not { } subject)
            return new Refusal(StatusCodes.Status401Unauthorized, "InvalidSecurityToken", "The token is no access token.");
        var roles = claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        if (roles.Contains(directory.PrimaryRole))
            return new Principal(new(directory.AccountId, null), subject, PolicySet.All);
        var policies = new List<PolicyDocument>();
        if (roles.Contains(directory.FullAccessRole))
            policies.Add(SystemPolicies.FullAccess);
        if (roles.Contains(directory.ReadOnlyRole))
            policies.Add(SystemPolicies.ReadOnlyAccess);
        return policies.Count > 0
            ? new Principal(new(directory.AccountId, subject), subject, new(policies))
            : Refusal.Forbidden("NoPermission", $"The token of {subject} has none of the app roles {directory.PrimaryRole}, {directory.FullAccessRole}, {directory.ReadOnlyRole}.");
    }

    /// <summary>A person by its object id, a program by its app's id; null if the claims name no app. The colon is in no sub-user's name.</summary>
    public static string? SubjectOf(IReadOnlyList<Claim> claims)
    {
        if ((Find(claims, "azp") ?? Find(claims, "appid")) is not { } app)
            return null;
        var isProgram = Find(claims, "idtyp") == "app" || Find(claims, "scp") is null;
        var person = isProgram ? null : Find(claims, "oid");
        var id = person ?? app;
        var isPlain = id.Length is > 0 and <= MaxSubjectLength && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        return isPlain ? $"{(person is null ? "appid" : "oid")}:{id}" : null;
    }

    private static string? Find(IReadOnlyList<Claim> claims, string name) => claims.FirstOrDefault(claim => claim.Type == name)?.Value;
}
