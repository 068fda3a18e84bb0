using FlowLog.Flows;
using FlowLog.Query.Grouping;
using FlowLog.Scan;

namespace FlowLog.Query.Sql;

/// <summary>What a query comes to for one selection of records.</summary>
/// <param name="Order">Null if groups are sorted by something else than keys and measures, then by <paramref name="Sort"/>.</param>
internal sealed record SelectionPlan(
    GroupSelection Records, IReadOnlyList<Measure> Measures, IReadOnlyList<GroupOrder>? Order, IReadOnlyList<ShownSort> Sort, ShownTest? Having, IReadOnlyList<ShownColumn> Columns)
{
    /// <summary>Whether groups of both are of the same kinds and show alike, so that they can be put together.</summary>
    public bool IsLike(SelectionPlan other) =>
        Records.Keys.Select(KindOf).SequenceEqual(other.Records.Keys.Select(KindOf))
        && Records.Values.Count == other.Records.Values.Count
        && Measures.SequenceEqual(other.Measures)
        && (Order ?? []).SequenceEqual(other.Order ?? [])
        && Sort.SequenceEqual(other.Sort)
        && Having == other.Having
        && Columns.SequenceEqual(other.Columns);

    /// <returns>Null if it cannot be answered from columns.</returns>
    public static SelectionPlan? Of(SelectQuery query, Selection selection, FlowPredicate search)
    {
        if (SelectNames.Of(query, selection.Scope) is not { } names || ConditionOf(query, selection) is not { } where)
            return null;
        if (GroupKeys.Of(query.IsDistinct ? names.Items : names.Groups) is not { } keys)
            return null;
        var measures = new Measures(keys.All.Count);
        var reader = new ShownReader(part => keys.Find(part) ?? measures.Read(part));
        var columns = query.Items.Select((item, place) => reader.Read(names.Items[place]) is { } value ? new ShownColumn(names.NameOf(item), value) : null).ToList();
        var told = measures.All.Count;
        var sort = GroupSort.Of(query.Order, names, reader);
        var having = query.Having is null ? null : HavingOf(query.Having, names, reader);
        if (columns.Contains(null) || sort is null || (having is null && query.Having is not null) || (keys.All.Count == 0 && told == 0))
            return null;
        if (query.IsDistinct && (measures.All.Count > 0 || query.Groups.Count > 0 || having is not null))
            return null;
        var records = new GroupSelection(Conditions.Together(search, selection.Where, where), keys.All, measures.Values);
        return new(records, measures.All, GroupSort.ByColumns(sort, keys), sort, having, columns!);
    }

    private static ShownTest? HavingOf(SqlExpression condition, SelectNames names, ShownReader reader) =>
        names.Having(condition) is { } resolved ? new ShownTestReader(reader).Read(resolved) : null;

    private static FlowPredicate? ConditionOf(SelectQuery query, Selection selection)
    {
        if (query.Where is null)
            return FlowPredicate.All;
        return selection.Scope.Resolve(query.Where) is { } where ? Conditions.Of(where) : null;
    }

    private static (FieldKind Kind, long Bucket, IReadOnlyList<string> Names) KindOf(GroupKey key) => (key.Field.Kind, key.Bucket, key.Field.Names);
}
