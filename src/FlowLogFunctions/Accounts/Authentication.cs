using System.Security.Cryptography;
using FlowLogFunctions.Accounts.Entra;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>
/// Finds who calls by <c>Authorization: Bearer &lt;AccessKeyId&gt;.&lt;AccessKeySecret&gt;</c>, or by a token of Entra ID where the settings
/// allow them.
/// </summary>
internal sealed class Authentication(
    AccessKeyStore store, KeyRingStore rings, UserStore users, AccessKeyUses uses, EntraTokens tokens, IOptions<ConfiguredAccounts> configured)
{
    /// <summary>The code of a request without a key.</summary>
    public const string MissingAccessKey = "MissingAccessKey";

    private const string Scheme = "Bearer ";

    /// <summary>A key that nobody has, so that an unknown id takes as long as a wrong secret.</summary>
    private static readonly AccessKey Nobody =
        AccessKey.Of("", "", new Identity("", null), DateTimeOffset.UnixEpoch, RandomNumberGenerator.Create());

    /// <summary>401 whatever is wrong: a caller learns nothing about which keys exist.</summary>
    public async Task<Outcome<Principal>> FindAsync(string authorization, CancellationToken cancellation)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refused(MissingAccessKey, "Send the header Authorization: Bearer <AccessKeyId>.<AccessKeySecret>.");
        var token = TokenOf(authorization);
        if (IsOfDirectory(token))
            return await tokens.FindAsync(token, cancellation);
        var id = AccessKeyIdOf(token);
        var key = configured.Value.Find(id) ?? await store.FindAsync(id, cancellation) ?? Nobody;
        if (!key.Fits(token[(token.IndexOf('.', StringComparison.Ordinal) + 1)..]) || key == Nobody || await PoliciesAsync(key, cancellation) is not { } policies)
            return Refused("InvalidAccessKey", "The access key is not valid.");
        uses.Note(key.Owner.AccountId, key.Id);
        return new Principal(key.Owner, key.Id, policies);
    }

    /// <summary>The key or the subject that the header names, which nobody has vouched for yet; empty if it names none.</summary>
    public string ClaimedBy(string authorization)
    {
        var token = TokenOf(authorization);
        return IsOfDirectory(token) ? tokens.ClaimedBy(token) : AccessKeyIdOf(token);
    }

    private bool IsOfDirectory(string token) => tokens.AreTaken && token.Count('.') == 2;

    private static string TokenOf(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";

    /// <summary>What comes before the first dot; empty if nothing does.</summary>
    private static string AccessKeyIdOf(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "" : token[..dot];
    }

    /// <summary>A key that was made counts only while its owner lists it as active, so that it ends with a sub-user, at once. Null if it does not.</summary>
    private async Task<PolicySet?> PoliciesAsync(AccessKey key, CancellationToken cancellation)
    {
        if (configured.Value.Find(key.Id) is not null)
            return PolicySet.All;
        if (key.Owner.UserName is { } name)
        {
            var user = (await users.FindAsync(key.Owner.AccountId, name, cancellation))?.Value;
            return user?.KeyRing.Opens(key.Id) == true ? user.PolicySet : null;
        }

        return (await rings.FindAsync(key.Owner, cancellation))?.Opens(key.Id) == true ? PolicySet.All : null;
    }

    private static Refusal Refused(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);
}
