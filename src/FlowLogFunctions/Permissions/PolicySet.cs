namespace FlowLogFunctions.Permissions;

/// <summary>The policies that a sub-user has, together: what one denies is denied, what none allows is not allowed.</summary>
internal sealed class PolicySet(IEnumerable<PolicyDocument> documents)
{
    /// <summary>Of the primary account, to whom policies do not apply.</summary>
    public static PolicySet All { get; } = new([SystemPolicies.FullAccess]);

    public static PolicySet None { get; } = new([]);

    private readonly IReadOnlyList<PolicyStatement> _statements = [.. documents.SelectMany(document => document.Statement)];

    public bool Allows(string action, string resource) => Says(PolicyEffect.Allow, action, resource) && !Denies(action, resource);

    public bool Denies(string action, string resource) => Says(PolicyEffect.Deny, action, resource);

    private bool Says(PolicyEffect effect, string action, string resource) =>
        _statements.Any(statement => statement.Effect == effect && statement.IsAbout(action, resource));
}
