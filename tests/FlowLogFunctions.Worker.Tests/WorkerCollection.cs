namespace FlowLogFunctions.Worker.Tests;

/// <summary>Tests that share one running app.</summary>
[CollectionDefinition(Name)]
public sealed class WorkerCollection : ICollectionFixture<AppUnderTest>
{
    public const string Name = "Worker";
}
