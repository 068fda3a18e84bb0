namespace FlowLog.Query.Sql;

/// <summary>A SELECT of the part of SQL that can be answered from columns.</summary>
/// <param name="Items">Empty for a star alone.</param>
internal sealed record SelectQuery(IReadOnlyList<SelectItem> Items, bool IsDistinct)
{
    public required SelectSource Source { get; init; }

    public SqlExpression? Where { get; init; }

    public IReadOnlyList<SqlExpression> Groups { get; init; } = [];

    public SqlExpression? Having { get; init; }

    public IReadOnlyList<SelectOrder> Order { get; init; } = [];

    /// <summary>Rows at most; null if that is not said.</summary>
    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>Whether the limit is written as LIMIT offset, count.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether rows come as they are, so that they can stand for the rows of a table.</summary>
    public bool IsPlain => !IsDistinct && Groups.Count == 0 && Having is null && Order.Count == 0 && Limit is null;
}
