using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>A chart's answer: what its query answers on the records, or numbers that are too low by no more than what is said here.</summary>
public sealed record ChartData(QueryTable Table)
{
    /// <summary>The most by which any key's numbers can be too low, listed or not; nothing where the answer is exact.</summary>
    public Traffic Error { get; init; }

    /// <summary>The same for each row, in their order; empty where the answer is exact.</summary>
    public IReadOnlyList<Traffic> RowErrors { get; init; } = [];

    /// <summary>The standard error of an estimate as a part of it; null where it is no estimate.</summary>
    public double? StandardError { get; init; }
}
