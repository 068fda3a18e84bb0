namespace FlowLog.Query.Sql;

/// <summary>What is left to do with groups that come in another order, or more than are told: HAVING, sorting by what is reckoned, the limit.</summary>
/// <param name="Having">Null if every group is told.</param>
/// <param name="Order">None if groups come in the order in which they are told.</param>
internal sealed record GroupFinish(ShownTest? Having, IReadOnlyList<ShownSort> Order, int Offset, int Limit)
{
    /// <summary>Groups that are held at most. Where there are more, SQLite answers, which has bounds of its own.</summary>
    public const int MostGroups = 250_000;

    /// <exception cref="OverflowException">More groups than are held, or as <see cref="Shown.Of"/>.</exception>
    public IEnumerable<object?[]> Of(IReadOnlyList<object?[]> groups)
    {
        if (groups.Count > MostGroups)
            throw new OverflowException($"More than {MostGroups} groups.");
        var told = groups.Where(group => Having is null || Having.Of(group) == true);
        if (Order.Count > 0)
            told = told.Select(group => (Group: group, Places: PlacesOf(group))).OrderBy(row => row.Places, Comparer<object?[]>.Create(Compare)).Select(row => row.Group);
        return told.Skip(Offset).Take(Limit);
    }

    private object?[] PlacesOf(object?[] group) => [.. Order.Select(by => by.Value.Of(group))];

    private int Compare(object?[]? one, object?[]? other)
    {
        for (var place = 0; place < Order.Count; place++)
        {
            var order = ShownOrder.Compare(one![place], other![place]);
            if (order != 0)
                return Order[place].Descending ? -order : order;
        }

        return 0;
    }
}
