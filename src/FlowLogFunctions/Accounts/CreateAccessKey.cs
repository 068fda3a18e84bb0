using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>A new access key; the only time that its secret is shown.</summary>
/// <param name="Bearer">What the Authorization header says after <c>Bearer</c>.</param>
internal sealed record AccessKeyAnswer(string AccessKeyId, string AccessKeySecret, string Bearer, DateTimeOffset CreatedAt);

/// <summary>Makes an access key for a sub-user or the primary account.</summary>
internal sealed class CreateAccessKey(
    KeyRingStore rings, AccessKeyStore keys, IOptions<ConfiguredAccounts> configured, IdSource ids, TimeProvider time, RandomNumberGenerator random)
{
    /// <summary>Random letters and digits of an id after LTAI: 82 bits.</summary>
    private const int IdLength = 16;

    /// <summary>Random letters and digits of a secret: 206 bits.</summary>
    private const int SecretLength = 40;

    public async Task<Outcome<AccessKeyAnswer>> RunAsync(Outcome<Identity> whose, CancellationToken cancellation)
    {
        if (!whose.Is(out var owner, out var refusal))
            return refusal;
        if (await rings.FindAsync(owner, cancellation) is null)
            return UserStore.Missing(owner.UserName!);
        var (id, secret, now) = ("LTAI" + ids.Text(IdLength), ids.Text(SecretLength), time.GetUtcNow());
        if (!await keys.AddAsync(AccessKey.Of(id, secret, owner, now, random), cancellation))
            return Refusal.ChangedMeanwhile("access key");
        // The key is valid once its owner lists it; before, a crash leaves a row that opens nothing.
        var taken = configured.Value.KeysOf(owner).Count;
        if ((await rings.ChangeAsync(owner, ring => ring.With(new(id, now), owner, taken), cancellation)).Is(out _, out refusal))
            return new AccessKeyAnswer(id, secret, $"{id}.{secret}", now);
        await keys.RemoveAsync(id, cancellation);
        return refusal;
    }
}
