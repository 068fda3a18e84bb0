namespace FlowLog.Query.Grouping;

/// <summary>Keeps the first groups of all that it is shown.</summary>
/// <param name="count">How many.</param>
internal sealed class GroupTop(GroupShape shape, int keys, GroupRanking ranking, int count)
{
    /// <summary>Rows beyond those that count before the last of them are dropped: sorting few often would cost more.</summary>
    private const int Slack = 1024;

    private readonly List<GroupRow> _rows = [];
    private GroupRow? _last;

    public void Add(IGroups groups)
    {
        for (var group = 0; group < groups.End; group++)
        {
            if (!groups.Has(group) || (_last is { } last && !ranking.IsBefore(groups, group, last)))
                continue;
            _rows.Add(Row(groups, group));
            if (_rows.Count - Slack >= count)
                Cut();
        }
    }

    public void Add(GroupTop other) => _rows.AddRange(other._rows);

    /// <summary>The first rows, in order.</summary>
    public IReadOnlyList<GroupRow> Rows()
    {
        Cut();
        return _rows;
    }

    private void Cut()
    {
        _rows.Sort(ranking);
        if (_rows.Count > count)
            _rows.RemoveRange(count, _rows.Count - count);
        _last = _rows.Count == count && count > 0 ? _rows[^1] : null;
    }

    private GroupRow Row(IGroups groups, int group)
    {
        var numbers = new uint[keys];
        for (var key = 0; key < keys; key++)
            numbers[key] = groups.Number(group, key);
        var measures = new object?[shape.Measures];
        for (var measure = 0; measure < measures.Length; measure++)
            measures[measure] = shape.Value(groups.Sums, measure, group);
        return new(numbers, measures);
    }
}
