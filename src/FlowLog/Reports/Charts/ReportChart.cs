using System.Globalization;

namespace FlowLog.Reports.Charts;

/// <summary>A chart of a report: the query that it answers, and how it is drawn from aggregates.</summary>
/// <param name="Name">Unique in its report.</param>
/// <param name="Template">The query, with <c>{bucket}</c> for the seconds of a point and <c>{top}</c> for the rows of a list.</param>
/// <param name="Parts">What of aggregates it is drawn from.</param>
public sealed record ReportChart(
    string Name, string Title, ChartKind Kind, string Template, IReadOnlyList<AggregatePart> Parts, Func<ChartScope, ChartData> Draw)
{
    /// <summary>The query whose answer on the records the chart is.</summary>
    public string Query(int bucketSeconds, int top) => Template
        .Replace("{bucket}", bucketSeconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{top}", top.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
