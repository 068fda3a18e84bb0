namespace FlowLogFunctions.Tests.Support;

/// <summary>All tests over HTTP share one storage and one running app; each takes an account of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<ApiFixture>
{
    public const string Name = "API";
}
