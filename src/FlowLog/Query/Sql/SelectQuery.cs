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

/// <summary>Something that is told.</summary>
/// <param name="Alias">Its name, if it has one.</param>
/// <param name="Written">As it stands in the statement.</param>
internal sealed record SelectItem(SqlExpression Value, string? Alias, string Written);

internal sealed record SelectOrder(SqlExpression Value, bool Descending);

/// <summary>What is selected from.</summary>
internal abstract record SelectSource
{
    /// <summary>The table of records.</summary>
    public sealed record Log(string? Alias) : SelectSource;

    /// <summary>Rows of several selections after each other.</summary>
    public sealed record Union(IReadOnlyList<SelectQuery> Parts, string? Alias) : SelectSource;

    /// <summary>Each record as often as there are elements, with one of them in a column more.</summary>
    public sealed record Unnest(string? Alias, IReadOnlyList<SqlExpression> Elements, string Table, string Column) : SelectSource;
}
