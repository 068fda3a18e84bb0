namespace FlowLogFunctions.Accounts;

/// <summary>A sub-user as it is shown.</summary>
/// <param name="Policies">Names of the system policies attached to it.</param>
/// <param name="HasPolicy">Whether it has a policy of its own, too.</param>
internal sealed record UserAnswer(
    string Name, string Description, DateTimeOffset CreatedAt, IReadOnlyList<AccessKeyView> AccessKeys, IReadOnlyList<string> Policies, bool HasPolicy)
{
    /// <param name="uses">When which key of the account was last used.</param>
    public static UserAnswer Of(User user, IReadOnlyDictionary<string, DateTimeOffset> uses) => new(
        user.Name, user.Description, user.CreatedAt,
        [.. user.AccessKeys.Select(key => AccessKeyView.Of(key, uses.TryGetValue(key.AccessKeyId, out var last) ? last : null))],
        user.AttachedPolicies, user.Policy is not null);
}
