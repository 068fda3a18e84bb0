namespace FlowLogFunctions.LogService;

/// <summary>Alibaba Cloud's rules for the names of Projects and Logstores; what fits them is safe in a key of storage.</summary>
internal static class LogServiceNames
{
    private const int MinLength = 3;
    private const int MaxLength = 63;

    /// <summary>What is wrong with a Project's name; null if nothing is.</summary>
    public static string? ProjectComplaint(string name) => Fits(name, underscores: false)
        ? null
        : "must have 3 to 63 lower-case letters, digits and hyphens, and begin and end with a letter or digit.";

    /// <summary>What is wrong with a Logstore's name; null if nothing is.</summary>
    public static string? LogstoreComplaint(string name) => Fits(name, underscores: true)
        ? null
        : "must have 3 to 63 lower-case letters, digits, hyphens and underscores, and begin and end with a letter or digit.";

    private static bool Fits(string name, bool underscores) =>
        name.Length is >= MinLength and <= MaxLength && IsLetter(name[0]) && IsLetter(name[^1])
        && name.All(letter => IsLetter(letter) || letter == '-' || (underscores && letter == '_'));

    private static bool IsLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
