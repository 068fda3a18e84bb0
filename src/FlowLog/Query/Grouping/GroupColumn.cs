namespace FlowLog.Query.Grouping;

/// <summary>Something that is added up.</summary>
/// <param name="Kind">Sum, least or greatest.</param>
/// <param name="Value">Which of the selection's values.</param>
/// <param name="Origin">What it is before anything has been added.</param>
internal readonly record struct GroupColumn(MeasureKind Kind, int Value, long Origin);
