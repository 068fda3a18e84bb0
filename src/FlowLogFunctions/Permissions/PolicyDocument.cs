using System.Text.Json.Serialization;

namespace FlowLogFunctions.Permissions;

internal enum PolicyEffect
{
    Allow,
    Deny,
}

/// <summary>What a policy of RAM says; its properties are spelt as RAM spells them.</summary>
internal sealed record PolicyDocument(
    [property: JsonPropertyName("Version")] string Version,
    [property: JsonPropertyName("Statement")] IReadOnlyList<PolicyStatement> Statement)
{
    /// <summary>The only version of the language.</summary>
    public const string CurrentVersion = "1";
}

/// <summary>One statement: of an action on a resource it says something if one of each matches.</summary>
internal sealed record PolicyStatement(
    [property: JsonPropertyName("Effect")] PolicyEffect Effect,
    [property: JsonPropertyName("Action")] IReadOnlyList<string> Action,
    [property: JsonPropertyName("Resource")] IReadOnlyList<string> Resource)
{
    /// <param name="resource">The whole name, <c>acs:…</c>.</param>
    public bool IsAbout(string action, string resource) =>
        Action.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true)) && Resource.Any(pattern => ResourcePattern.Matches(pattern, resource));
}
