namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A console with the sample, for tests that change nothing.</summary>
[CollectionDefinition(Name)]
public sealed class SampleConsole : ICollectionFixture<SampleConsole.Shared>
{
    public const string Name = "Console with the sample";

    public sealed class Shared() : ConsoleFixture;
}
