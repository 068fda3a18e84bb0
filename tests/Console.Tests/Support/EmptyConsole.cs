namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A console of an account that has nothing yet.</summary>
[CollectionDefinition(Name)]
public sealed class EmptyConsole : ICollectionFixture<EmptyConsole.Shared>
{
    public const string Name = "Empty console";

    public sealed class Shared() : ConsoleFixture("--empty");
}
