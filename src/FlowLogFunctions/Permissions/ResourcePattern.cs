namespace FlowLogFunctions.Permissions;

/// <summary>Names of resources in policies: <c>*</c>, or <c>acs:service:region:account:resource</c> with wildcards in each of the five parts.</summary>
internal static class ResourcePattern
{
    private const int Parts = 5;

    /// <summary>A wildcard stays within its part; the last part is all that is left.</summary>
    public static bool Matches(string pattern, string resource)
    {
        if (pattern == "*")
            return true;
        var (patterns, parts) = (pattern.Split(':', Parts), resource.Split(':', Parts));
        return patterns.Length == parts.Length && patterns.Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second));
    }

    /// <summary>What is wrong with a pattern; null if nothing is.</summary>
    public static string? Complaint(string pattern) =>
        pattern == "*" || (pattern.Split(':', Parts) is { Length: Parts } parts && parts[0] == "acs" && parts[4].Length > 0)
            ? null
            : "must be * or acs:<service>:<region>:<account>:<resource>, such as acs:vpc:*:*:flowlog/*.";
}
