namespace FlowLog.Reports.Charts;

/// <summary>What a chart is drawn of.</summary>
/// <param name="Aggregate">With the chart's parts, of the range's records only.</param>
/// <param name="BucketSeconds">Length of a point in time.</param>
/// <param name="Top">Rows of a list at most.</param>
public sealed record ChartScope(Aggregate Aggregate, int BucketSeconds, int Top);
