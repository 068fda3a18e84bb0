namespace FlowLog.Query;

/// <summary>What a query answers: named columns, and rows in order.</summary>
/// <param name="Rows">A value a column: <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, or null for no value.</param>
public sealed record QueryTable(IReadOnlyList<QueryColumn> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Whether there were more rows than a bound allowed.</summary>
    public bool IsCut { get; init; }
}
