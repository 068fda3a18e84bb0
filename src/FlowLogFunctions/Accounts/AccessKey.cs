using System.Security.Cryptography;
using System.Text;

namespace FlowLogFunctions.Accounts;

/// <summary>An access key as it is stored: of the secret only a salted hash.</summary>
/// <param name="Salt">16 random bytes.</param>
/// <param name="Hash">SHA-256 of salt and secret. Secrets are random and of at least 190 bits, so a fast hash does not weaken them.</param>
internal sealed record AccessKey(string Id, Identity Owner, byte[] Salt, byte[] Hash, DateTimeOffset CreatedAt)
{
    public static AccessKey Of(string id, string secret, Identity owner, DateTimeOffset now, RandomNumberGenerator random)
    {
        var salt = new byte[16];
        random.GetBytes(salt);
        return new(id, owner, salt, HashOf(salt, secret), now);
    }

    /// <summary>Compares in constant time.</summary>
    public bool Fits(string secret) => CryptographicOperations.FixedTimeEquals(HashOf(Salt, secret), Hash);

    private static byte[] HashOf(byte[] salt, string secret) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]);
}
