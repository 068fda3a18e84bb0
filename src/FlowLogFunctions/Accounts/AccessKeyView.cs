namespace FlowLogFunctions.Accounts;

/// <summary>An access key as it is shown: without its secret.</summary>
/// <param name="CreatedAt">Null for the key of the settings.</param>
/// <param name="LastUsedAt">Some minutes behind at most; null if it was never used.</param>
/// <param name="Configured">Whether it comes from the settings: then only those change it.</param>
internal sealed record AccessKeyView(
    string AccessKeyId, AccessKeyStatus Status, DateTimeOffset? CreatedAt, DateTimeOffset? LastUsedAt, bool Configured)
{
    public static AccessKeyView Of(UserAccessKey key, DateTimeOffset? lastUsedAt) =>
        new(key.AccessKeyId, key.Status, key.CreatedAt, lastUsedAt, Configured: false);

    public static AccessKeyView OfSettings(string accessKeyId, DateTimeOffset? lastUsedAt) =>
        new(accessKeyId, AccessKeyStatus.Active, null, lastUsedAt, Configured: true);
}
