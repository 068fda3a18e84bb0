namespace FlowLog.Query.Grouping;

/// <summary>The order of groups: as asked for, then by their keys.</summary>
internal sealed class GroupRanking : IComparer<GroupRow>
{
    private readonly GroupShape _shape;
    private readonly IReadOnlyList<KeyNumbers> _keys;
    private readonly GroupOrder[] _order;

    /// <exception cref="ArgumentException">A column that there is not.</exception>
    public GroupRanking(GroupShape shape, IReadOnlyList<KeyNumbers> keys, IReadOnlyList<GroupOrder> order)
    {
        if (order.Any(by => by.Column < 0 || by.Column >= keys.Count + shape.Measures))
            throw new ArgumentException($"Order by a column beyond {keys.Count + shape.Measures}.", nameof(order));
        (_shape, _keys) = (shape, keys);
        _order = [.. order, .. Enumerable.Range(0, keys.Count).Where(key => order.All(by => by.Column != key)).Select(key => new GroupOrder(key, false))];
    }

    public int Compare(GroupRow? x, GroupRow? y)
    {
        foreach (var (column, descending) in _order)
        {
            var order = column < _keys.Count
                ? _keys[column].Compare(x!.Numbers[column], y!.Numbers[column])
                : Compare(x!.Measures[column - _keys.Count], y!.Measures[column - _keys.Count]);
            if (order != 0)
                return descending ? -order : order;
        }

        return 0;
    }

    /// <summary>Whether a group comes before a row, without making a row of it.</summary>
    public bool IsBefore(IGroups groups, int group, GroupRow row)
    {
        foreach (var (column, descending) in _order)
        {
            var order = column < _keys.Count
                ? _keys[column].Compare(groups.Number(group, column), row.Numbers[column])
                : Compare(groups.Sums, group, column - _keys.Count, row.Measures[column - _keys.Count]);
            if (order != 0)
                return descending ? order > 0 : order < 0;
        }

        return false;
    }

    private int Compare(GroupSums sums, int group, int measure, object? other)
    {
        var rank = _shape.Rank(sums, measure, group, out var exact);
        return other switch
        {
            double real => rank.CompareTo(real),
            long whole => exact.CompareTo(whole),
            _ => _shape.TypeOf(measure) == QueryType.Real ? (double.IsNegativeInfinity(rank) ? 0 : 1) : exact == long.MinValue ? 0 : 1,
        };
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => ((IComparable)one).CompareTo(other),
    };
}
