using FlowLog.Query.Grouping;

namespace FlowLog.Query.Sql;

/// <summary>A statement of SQL as a grouped query, and how the groups become the statement's answer.</summary>
public sealed record GroupPlan
{
    private readonly IReadOnlyList<ShownColumn> _columns;

    internal GroupPlan(GroupQuery query, IReadOnlyList<ShownColumn> columns, bool hasLimit) => (Query, _columns, HasLimit) = (query, columns, hasLimit);

    /// <summary>Its limit and offset are the statement's own.</summary>
    public GroupQuery Query { get; init; }

    /// <summary>Whether the statement says how many rows it wants.</summary>
    public bool HasLimit { get; }

    /// <summary>Rows that a plan leaves out at the start, and answers at most.</summary>
    /// <returns>The plan with the statement's own limit if it has one, else with this.</returns>
    public GroupPlan WithDefaultLimit(int rows) => HasLimit ? this : this with { Query = Query with { Limit = rows } };

    /// <summary>The statement's answer: its columns in their order, under their names, as SQLite would show them.</summary>
    /// <param name="groups">What <see cref="Query"/> comes to.</param>
    /// <exception cref="OverflowException">A number beyond 64 bits, or a time beyond the year 9999. SQLite says what it comes to.</exception>
    public QueryTable Show(QueryTable groups) =>
        new([.. _columns.Select(column => new QueryColumn(column.Name, column.Value.Type))], [.. groups.Rows.Select(Show)]) { IsCut = groups.IsCut };

    private object?[] Show(object?[] group)
    {
        var row = new object?[_columns.Count];
        for (var place = 0; place < row.Length; place++)
            row[place] = _columns[place].Value.Of(group);
        return row;
    }
}
