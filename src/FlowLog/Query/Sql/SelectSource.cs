namespace FlowLog.Query.Sql;

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
