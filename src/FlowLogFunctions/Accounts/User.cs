using System.Text.Json.Serialization;

namespace FlowLogFunctions.Accounts;

/// <summary>A sub-user of a primary account. It may use all of the account's resources, but no users, keys and authorization.</summary>
/// <param name="AccessKeys">At most <see cref="KeyRing.MaxAccessKeys"/>; a key that is not listed here is not valid.</param>
internal sealed record User(string Name, string Description, DateTimeOffset CreatedAt, IReadOnlyList<UserAccessKey> AccessKeys)
{
    private const int MaxNameLength = 64;

    [JsonIgnore]
    public KeyRing KeyRing => new(AccessKeys);

    /// <summary>What is wrong with a name; null if nothing is.</summary>
    public static string? NameComplaint(string name) =>
        name.Length is >= 1 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsNameLetter)
            ? null
            : "must have 1 to 64 letters, digits, dots, hyphens and underscores, and begin with a letter or digit.";

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}

/// <summary>An access key as its owner lists it: without its secret.</summary>
internal sealed record UserAccessKey(string AccessKeyId, DateTimeOffset CreatedAt, AccessKeyStatus Status = AccessKeyStatus.Active);
