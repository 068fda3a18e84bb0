using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

/// <summary>docs/operations.md has every instrument and every activity of the sources, and no other.</summary>
public sealed partial class OperationsPageTests
{
    private static readonly string Page = RepositoryFolder.Read("docs/operations.md");

    private static readonly IReadOnlyList<string> Sources = [.. RepositoryFolder.FilesBelow("src/FlowLogFunctions", "*.cs").Select(RepositoryFolder.Read)];

    [Fact]
    public void EveryInstrument_StandsInTheTable() => Assert.Equal(InSources(Instrument()), InPage(MetricRow()));

    /// <summary>Those of calls are named as their functions, so the table has one row for them.</summary>
    [Fact]
    public void EveryActivity_StandsInTheTable() => Assert.Equal(InSources(Activity()), InPage(ActivityRow()));

    private static IEnumerable<string> InSources(Regex name) =>
        Sources.SelectMany(source => name.Matches(source)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> InPage(Regex row) => row.Matches(Page).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"_meter\.Create\w+<\w+>\(""([a-z._]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| `(flowlog\.[a-z._]+)` \|", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex(@"(?:Traces\.(?:Start|Work|SentWork)\(|const string Work = |new\((?=""[a-z]+"", telemetry\)))""([a-z ]+)""")]
    private static partial Regex Activity();

    [GeneratedRegex(@"^\| `([a-z][a-z ]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ActivityRow();
}
