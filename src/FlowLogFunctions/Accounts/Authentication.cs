using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>Finds who calls by <c>Authorization: Bearer &lt;AccessKeyId&gt;.&lt;AccessKeySecret&gt;</c>.</summary>
internal sealed class Authentication(AccessKeyStore store, KeyRingStore rings, AccessKeyUses uses, IOptions<ConfiguredAccounts> configured)
{
    private const string Scheme = "Bearer ";

    /// <summary>A key that nobody has, so that an unknown id takes as long as a wrong secret.</summary>
    private static readonly AccessKey Nobody =
        AccessKey.Of("", "", new Identity("", null), DateTimeOffset.UnixEpoch, RandomNumberGenerator.Create());

    /// <summary>401 whatever is wrong: a caller learns nothing about which keys exist.</summary>
    public async Task<Outcome<Principal>> FindAsync(string authorization, CancellationToken cancellation)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refused("MissingAccessKey", "Send the header Authorization: Bearer <AccessKeyId>.<AccessKeySecret>.");
        var token = authorization[Scheme.Length..].Trim();
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var id = dot < 0 ? "" : token[..dot];
        var key = configured.Value.Find(id) ?? await store.FindAsync(id, cancellation) ?? Nobody;
        if (!key.Fits(token[(dot + 1)..]) || key == Nobody || !await IsHeldAsync(key, cancellation))
            return Refused("InvalidAccessKey", "The access key is not valid.");
        uses.Note(key.Owner.AccountId, key.Id);
        return new Principal(key.Owner, key.Id);
    }

    /// <summary>A key that was made counts only while its owner lists it as active, so that it ends with a sub-user, at once.</summary>
    private async Task<bool> IsHeldAsync(AccessKey key, CancellationToken cancellation) =>
        configured.Value.Find(key.Id) is not null || (await rings.FindAsync(key.Owner, cancellation))?.Opens(key.Id) == true;

    private static Refusal Refused(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);
}
