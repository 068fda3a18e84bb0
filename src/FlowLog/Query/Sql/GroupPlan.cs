using FlowLog.Query.Grouping;

namespace FlowLog.Query.Sql;

/// <summary>A statement of SQL as a grouped query, and how the groups become the statement's answer.</summary>
public sealed class GroupPlan
{
    private readonly IReadOnlyList<ShownColumn> _columns;
    private readonly GroupFinish? _finish;
    private readonly int _most;

    /// <param name="limit">Null if the statement has none.</param>
    internal GroupPlan(IReadOnlyList<GroupSelection> selections, SelectionPlan plan, int offset, int? limit)
    {
        HasLimit = limit is not null;
        _columns = plan.Columns;
        _most = int.MaxValue;
        if (plan.Having is not null || plan.Order is null)
            _finish = new(plan.Having, plan.Order is null ? plan.Sort : [], offset, limit ?? int.MaxValue);
        Query = new()
        {
            Selections = selections,
            Measures = plan.Measures,
            Order = plan.Order ?? [],
            Offset = _finish is null ? offset : 0,
            Limit = _finish is null ? limit ?? int.MaxValue : GroupFinish.MostGroups + 1,
        };
    }

    private GroupPlan(GroupPlan plan, int rows)
    {
        var more = (int)Math.Min(int.MaxValue, rows + 1L);
        _columns = plan._columns;
        _most = rows;
        _finish = plan._finish is { } finish ? finish with { Limit = more } : null;
        Query = plan._finish is null ? plan.Query with { Limit = more } : plan.Query;
    }

    /// <summary>What is to be run.</summary>
    public GroupQuery Query { get; }

    /// <summary>Whether the statement says how many rows it wants.</summary>
    public bool HasLimit { get; }

    /// <summary>The plan with a limit if the statement says none.</summary>
    /// <param name="rows">What is answered at most. One row more is looked for, to know whether the answer is cut.</param>
    public GroupPlan WithDefaultLimit(int rows) => HasLimit ? this : new(this, rows);

    /// <summary>The statement's answer: its columns in their order, under their names, as SQLite would show them.</summary>
    /// <param name="groups">What <see cref="Query"/> comes to.</param>
    /// <exception cref="OverflowException">
    /// A number beyond 64 bits, a time before 1970 or after 9999, or more groups than can be sorted here. What it comes to then is for
    /// SQLite to say.
    /// </exception>
    public QueryTable Show(QueryTable groups)
    {
        var columns = _columns.Select(column => new QueryColumn(column.Name, column.Value.Type));
        List<object?[]> rows = [.. _finish?.Of(groups.Rows) ?? groups.Rows];
        return new([.. columns], [.. rows.Take(_most).Select(Show)]) { IsCut = rows.Count > _most };
    }

    private object?[] Show(object?[] group)
    {
        var row = new object?[_columns.Count];
        for (var place = 0; place < row.Length; place++)
            row[place] = _columns[place].Value.Of(group);
        return row;
    }
}
