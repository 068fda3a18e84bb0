using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Permissions;

/// <summary>Reads a policy document from a request, and collects every problem with its place.</summary>
internal static partial class PolicyReading
{
    /// <summary>Characters of a document, written without spaces; as of RAM's custom policies.</summary>
    public const int MaxLength = 6144;

    private const int MaxStatements = 50;
    private const int MaxPatterns = 100;

    /// <summary>Null if something is wrong.</summary>
    public static PolicyDocument? Read(BodyReader body)
    {
        var version = body.Text("Version", required: true, VersionComplaint);
        var statements = body.Objects("Statement", MaxStatements, ReadStatement, required: true);
        if (statements is { Count: 0 })
            body.Problem("Statement", "TooFew", "has no items; a policy has at least one statement.");
        if (version is null || statements is null || body.HasProblemIn("Statement"))
            return null;
        var document = new PolicyDocument(version, [.. statements.OfType<PolicyStatement>()]);
        var length = JsonSerializer.Serialize(document, Json.Options).Length;
        if (length > MaxLength)
            body.Problem("Statement", "TooMany", FormattableString.Invariant($"makes the document {length} characters long; it may have {MaxLength}."));
        return document;
    }

    private static PolicyStatement? ReadStatement(BodyReader statement)
    {
        var effect = statement.Choice<PolicyEffect>("Effect", required: true);
        var actions = statement.OneOrMore("Action", MaxPatterns, ActionComplaint);
        var resources = statement.OneOrMore("Resource", MaxPatterns, ResourcePattern.Complaint);
        return effect is not null && actions is not null && resources is not null ? new(effect.Value, actions, resources) : null;
    }

    private static string? VersionComplaint(string version) =>
        version == PolicyDocument.CurrentVersion ? null : $"must be {PolicyDocument.CurrentVersion}.";

    /// <summary>A misspelt action would be a right that nobody has, or a ban that stops nobody.</summary>
    private static string? ActionComplaint(string pattern)
    {
        if (pattern != "*" && !ActionPattern().IsMatch(pattern))
            return "must be * or <service>:<action>, such as vpc:CreateFlowLog or log:Get*.";
        return ApiActions.OfPolicies().Any(action => Wildcard.Matches(pattern, action, ignoreCase: true))
            ? null
            : "matches no action that policies are about; docs/api.md lists them.";
    }

    [GeneratedRegex(@"^[A-Za-z*?]{1,64}:[A-Za-z*?]{1,128}\z")]
    private static partial Regex ActionPattern();
}
