using System.Text.Json.Serialization;
using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Accounts;

/// <summary>A sub-user of a primary account. It may do what its policies allow, but nothing with users, authorization and the audit log.</summary>
/// <param name="AccessKeys">At most <see cref="KeyRing.MaxAccessKeys"/>; a key that is not listed here is not valid.</param>
/// <param name="Policies">Names of the system policies attached to it; null means full access.</param>
/// <param name="Policy">Its own policy, if it has one.</param>
internal sealed record User(
    string Name, string Description, DateTimeOffset CreatedAt, IReadOnlyList<UserAccessKey> AccessKeys,
    IReadOnlyList<string>? Policies = null, PolicyDocument? Policy = null)
{
    private const int MaxNameLength = 64;

    private static readonly IReadOnlyList<string> FullAccess = [SystemPolicies.FullAccessName];

    [JsonIgnore]
    public KeyRing KeyRing => new(AccessKeys);

    [JsonIgnore]
    public IReadOnlyList<string> AttachedPolicies => Policies ?? FullAccess;

    [JsonIgnore]
    public PolicySet PolicySet => new([.. AttachedPolicies.Select(SystemPolicies.Find).OfType<PolicyDocument>(), .. Policy is null ? Array.Empty<PolicyDocument>() : [Policy]]);

    /// <summary>What is wrong with a name; null if nothing is.</summary>
    public static string? NameComplaint(string name) =>
        name.Length is >= 1 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsNameLetter)
            ? null
            : "must have 1 to 64 letters, digits, dots, hyphens and underscores, and begin with a letter or digit.";

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}

/// <summary>An access key as its owner lists it: without its secret.</summary>
internal sealed record UserAccessKey(string AccessKeyId, DateTimeOffset CreatedAt, AccessKeyStatus Status = AccessKeyStatus.Active);
