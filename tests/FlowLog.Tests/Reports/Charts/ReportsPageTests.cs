using System.Text.RegularExpressions;
using FlowLog.Reports.Charts;

namespace FlowLog.Tests.Reports.Charts;

/// <summary>Keeps docs/reports.md in step with the reports.</summary>
public sealed partial class ReportsPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "reports.md"));

    [Fact]
    public void EveryChart_StandsInThePageWithItsQuery() => Assert.Equal(
        FlowReports.All.SelectMany(report => report.Charts).Select(chart => (chart.Name, chart.Title, chart.Kind.ToString().ToLowerInvariant(), chart.Query(60, 10))),
        Chart().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)));

    [Fact]
    public void EveryReport_StandsInThePage() => Assert.Equal(
        FlowReports.All.Select(report => (report.Name, report.Title)),
        Report().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)));

    [GeneratedRegex(@"^### `([a-z-]+)`: ([^\n(]+) \(([a-z]+)\)\n\n```\n([^\n]+)\n```$", RegexOptions.Multiline)]
    private static partial Regex Chart();

    [GeneratedRegex(@"^## `([a-z-]+)`: ([^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Report();
}
