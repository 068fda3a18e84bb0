namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>All attacks share one app, beside the one of the other tests.</summary>
[CollectionDefinition(Name)]
public sealed class AttackCollection : ICollectionFixture<AttackFixture>
{
    public const string Name = "Attacks";
}
