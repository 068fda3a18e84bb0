namespace FlowLog.Query.Grouping;

/// <summary>What is told of a group.</summary>
/// <param name="Value">Which of the selection's values; -1 of <see cref="MeasureKind.Count"/> for all records.</param>
public sealed record Measure(MeasureKind Kind, int Value = -1);
