using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Finds who calls by <c>Authorization: Bearer &lt;AccessKeyId&gt;.&lt;AccessKeySecret&gt;</c>.</summary>
internal sealed class Authentication(AccessKeyStore store, UserStore users, IOptions<ConfiguredAccounts> configured)
{
    private const string Scheme = "Bearer ";

    /// <summary>A key that nobody has, so that an unknown id takes as long as a wrong secret.</summary>
    private static readonly AccessKey Nobody =
        AccessKey.Of("", "", new Identity("", null), DateTimeOffset.UnixEpoch, RandomNumberGenerator.Create());

    /// <summary>401 whatever is wrong: a caller learns nothing about which keys exist.</summary>
    public async Task<Outcome<Identity>> FindAsync(string authorization, CancellationToken cancellation)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refused("MissingAccessKey", "Send the header Authorization: Bearer <AccessKeyId>.<AccessKeySecret>.");
        var token = authorization[Scheme.Length..].Trim();
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var id = dot < 0 ? "" : token[..dot];
        var key = configured.Value.Find(id) ?? await store.FindAsync(id, cancellation) ?? Nobody;
        return key.Fits(token[(dot + 1)..]) && key != Nobody && await IsHeldAsync(key, cancellation)
            ? key.Owner
            : Refused("InvalidAccessKey", "The access key is not valid.");
    }

    /// <summary>A sub-user's key counts only while its user lists it, so that it ends with the user, at once.</summary>
    private async Task<bool> IsHeldAsync(AccessKey key, CancellationToken cancellation) =>
        key.Owner.UserName is not { } user
        || (await users.FindAsync(key.Owner.AccountId, user, cancellation))?.Value.Holds(key.Id) == true;

    private static Refusal Refused(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);
}
