using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>A query's expressions, as ones of fields. Which names come first, columns or aliases, is SQLite's rule for each place.</summary>
internal sealed class SelectNames
{
    private readonly SelectQuery _query;
    private readonly Scope _scope;

    private SelectNames(SelectQuery query, Scope scope, IReadOnlyList<SqlExpression> items) => (_query, _scope, Items) = (query, scope, items);

    /// <summary>What is told.</summary>
    public IReadOnlyList<SqlExpression> Items { get; }

    /// <summary>What is grouped by.</summary>
    public IReadOnlyList<SqlExpression> Groups { get; private init; } = [];

    /// <returns>Null if a name means nothing.</returns>
    public static SelectNames? Of(SelectQuery query, Scope scope)
    {
        var items = query.Items.Select(item => scope.Resolve(item.Value)).ToList();
        if (items.Contains(null))
            return null;
        var names = new SelectNames(query, scope, items!);
        var groups = query.Groups.Select(names.Group).ToList();
        return groups.Contains(null) ? null : new(query, scope, items!) { Groups = groups! };
    }

    /// <summary>An item's name: its alias, a column's own, or as it is written.</summary>
    public string NameOf(SelectItem item) => item.Alias ?? (item.Value is Name name ? _scope.NameOf(name) : null) ?? item.Written;

    /// <summary>What groups must meet, in which a column comes before an alias.</summary>
    public SqlExpression? Having(SqlExpression condition) => _scope.Resolve(condition, Aliased);

    /// <summary>Something to sort by: an item's place, an alias before a column.</summary>
    public SqlExpression? Order(SqlExpression by) => by switch
    {
        Number place => ItemAt(place.Value),
        Name name => Aliased(name) ?? _scope.Resolve(name),
        _ => _scope.Resolve(by, Aliased),
    };

    /// <summary>Something to group by: an item's place, a column before an alias.</summary>
    private SqlExpression? Group(SqlExpression by) => by is Number place ? ItemAt(place.Value) : _scope.Resolve(by, Aliased);

    private SqlExpression? ItemAt(long place) => place >= 1 && place <= Items.Count ? Items[(int)place - 1] : null;

    private SqlExpression? Aliased(Name name)
    {
        for (var place = 0; place < Items.Count; place++)
        {
            if (name.Table is null && name.Column.Equals(_query.Items[place].Alias, StringComparison.OrdinalIgnoreCase))
                return Items[place];
        }

        return null;
    }
}
