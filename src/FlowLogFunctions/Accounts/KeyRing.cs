using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Accounts;

/// <summary>The access keys that a sub-user, or the primary account, has made; a key that is not listed here is not valid.</summary>
internal sealed record KeyRing(IReadOnlyList<UserAccessKey> AccessKeys)
{
    /// <summary>As in Alibaba Cloud's RAM: two, so that a key can be replaced without a gap.</summary>
    public const int MaxAccessKeys = 2;

    public bool Opens(string accessKeyId) => AccessKeys.Any(key => key.AccessKeyId == accessKeyId && key.Status == AccessKeyStatus.Active);

    /// <param name="owner">Whose keys these are.</param>
    /// <param name="configured">Keys that the settings give the owner; they count, too.</param>
    public Outcome<KeyRing> With(UserAccessKey key, Identity owner, int configured) => AccessKeys.Count + configured < MaxAccessKeys
        ? new KeyRing([.. AccessKeys, key])
        : Refusal.Conflict(
            "LimitExceeded.User.AccessKey",
            owner.UserName is null
                ? $"The primary account has at most {MaxAccessKeys} access keys, that of the settings included; delete one first."
                : $"A user has at most {MaxAccessKeys} access keys; delete one first.");

    public Outcome<KeyRing> Without(string accessKeyId, Identity owner) => Holds(accessKeyId)
        ? new KeyRing([.. AccessKeys.Where(key => key.AccessKeyId != accessKeyId)])
        : Missing(accessKeyId, owner);

    public Outcome<KeyRing> With(string accessKeyId, AccessKeyStatus status, Identity owner) => Holds(accessKeyId)
        ? new KeyRing([.. AccessKeys.Select(key => key.AccessKeyId == accessKeyId ? key with { Status = status } : key)])
        : Missing(accessKeyId, owner);

    private bool Holds(string accessKeyId) => AccessKeys.Any(key => key.AccessKeyId == accessKeyId);

    private static Refusal Missing(string accessKeyId, Identity owner) => new(
        StatusCodes.Status404NotFound,
        "EntityNotExist.User.AccessKey",
        $"{(owner.UserName is { } user ? $"The user '{user}'" : "The primary account")} has no access key '{accessKeyId}'.");
}
