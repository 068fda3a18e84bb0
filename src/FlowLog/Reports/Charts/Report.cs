namespace FlowLog.Reports.Charts;

/// <summary>A page of charts.</summary>
public sealed record Report(string Name, string Title, IReadOnlyList<ReportChart> Charts)
{
    /// <summary>What its charts are drawn from.</summary>
    public IReadOnlyList<AggregatePart> Parts { get; } = [.. Charts.SelectMany(chart => chart.Parts).Distinct().Order()];
}
