namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>What attacks have found, so that one test tells all of it.</summary>
internal sealed class Findings
{
    private const int Shown = 5;

    private readonly List<string> _found = [];

    public void Add(string finding) => _found.Add(finding);

    public void AssertNone() => Assert.True(_found.Count == 0, $"{_found.Count} findings:\n{string.Join("\n\n", _found.Take(Shown))}");
}
