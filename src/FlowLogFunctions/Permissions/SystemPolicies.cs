namespace FlowLogFunctions.Permissions;

/// <summary>Policies that every account has and nobody can change.</summary>
internal static class SystemPolicies
{
    public const string FullAccessName = "FlowLogFullAccess";
    public const string ReadOnlyAccessName = "FlowLogReadOnlyAccess";

    public static PolicyDocument FullAccess { get; } = Allowing(["*"]);

    /// <summary>Every action that changes nothing.</summary>
    public static PolicyDocument ReadOnlyAccess { get; } = Allowing(ApiActions.OfPolicies(readOnly: true));

    public static IReadOnlyList<string> Names { get; } = [FullAccessName, ReadOnlyAccessName];

    /// <summary>Null if there is no such policy.</summary>
    public static PolicyDocument? Find(string name) => name switch
    {
        FullAccessName => FullAccess,
        ReadOnlyAccessName => ReadOnlyAccess,
        _ => null,
    };

    private static PolicyDocument Allowing(IReadOnlyList<string> actions) =>
        new(PolicyDocument.CurrentVersion, [new(PolicyEffect.Allow, actions, ["*"])]);
}
