using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Accounts;

/// <summary>A new access key; the only time that its secret is shown.</summary>
/// <param name="Bearer">What the Authorization header says after <c>Bearer</c>.</param>
internal sealed record AccessKeyAnswer(string AccessKeyId, string AccessKeySecret, string Bearer, DateTimeOffset CreatedAt);

/// <summary>Makes an access key for a sub-user. Only the primary account may.</summary>
internal sealed class CreateAccessKey(UserStore users, AccessKeyStore keys, IdSource ids, TimeProvider time, RandomNumberGenerator random)
{
    /// <summary>Random letters and digits of an id after LTAI: 82 bits.</summary>
    private const int IdLength = 16;

    /// <summary>Random letters and digits of a secret: 206 bits.</summary>
    private const int SecretLength = 40;

    public async Task<Outcome<AccessKeyAnswer>> RunAsync(Caller caller, string userName, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("make access keys") is { } forbidden)
            return forbidden;
        if (await users.FindAsync(caller.AccountId, userName, cancellation) is null)
            return UserStore.Missing(userName);
        var (id, secret, now) = ("LTAI" + ids.Text(IdLength), ids.Text(SecretLength), time.GetUtcNow());
        if (!await keys.AddAsync(AccessKey.Of(id, secret, new(caller.AccountId, userName), now, random), cancellation))
            return Refusal.ChangedMeanwhile("access key");
        // The key is valid once its user lists it; before, a crash leaves a row that opens nothing.
        if ((await users.ChangeAsync(caller.AccountId, userName, user => With(user, new(id, now)), cancellation)).Is(out _, out var refusal))
            return new AccessKeyAnswer(id, secret, $"{id}.{secret}", now);
        await keys.RemoveAsync(id, cancellation);
        return refusal;
    }

    private static Outcome<User> With(User user, UserAccessKey key) => user.AccessKeys.Count < User.MaxAccessKeys
        ? user with { AccessKeys = [.. user.AccessKeys, key] }
        : Refusal.Conflict("LimitExceeded.User.AccessKey", $"A user has at most {User.MaxAccessKeys} access keys; delete one first.");
}
