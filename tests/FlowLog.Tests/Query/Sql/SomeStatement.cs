using FlowLog.Query;

namespace FlowLog.Tests.Query.Sql;

/// <summary>A statement and what it answers.</summary>
internal sealed class SomeStatement(IReadOnlyList<SomeValue<SomeRow>> keys, IReadOnlyList<SomeMeasure> measures, Random random)
{
    /// <summary>What is told, in its order: keys from 0 on, then measures.</summary>
    private List<int> _items = [];
    private string[] _names = [];
    private Func<IReadOnlyList<SomeRow>, bool> _having = _ => true;

    public required string Source { get; init; }

    public required string? Where { get; init; }

    /// <summary>Those that meet the conditions.</summary>
    public required IReadOnlyList<SomeRow> Rows { get; init; }

    public string Sql { get; private set; } = "";

    /// <summary>Columns of the answer that it is sorted by.</summary>
    public List<(int Column, bool IsDescending)> Order { get; } = [];

    public long Offset { get; private set; }

    public long? Limit { get; private set; }

    /// <summary>Draws the order of what is told, names, sorting and limits.</summary>
    public SomeStatement Drawn()
    {
        _items = [.. Enumerable.Range(0, keys.Count + measures.Count).OrderBy(_ => random.Next()).Where(item => item >= keys.Count || random.Next(5) > 0)];
        if (_items.Count == 0)
            _items.Add(0);
        _names = [.. _items.Select((item, place) => random.Next(2) == 0 ? $"c{place}" : "")];
        var isDistinct = measures.Count == 0 && _items.Count == keys.Count && random.Next(2) == 0;
        var items = _items.Select((item, place) => SqlOf(item) + (_names[place].Length == 0 ? "" : random.Next(2) == 0 ? $" AS {_names[place]}" : $" {_names[place]}"));
        Sql = $"SELECT {(isDistinct ? "DISTINCT " : "")}{string.Join(", ", items)}{Source}";
        if (Where is not null)
            Sql += $" WHERE {Where}";
        if (keys.Count > 0 && !isDistinct)
            Sql += $" GROUP BY {string.Join(", ", Enumerable.Range(0, keys.Count).Select(key => Reference(key, isOrder: false)))}";
        if (keys.Count > 0 && !isDistinct && random.Next(4) == 0)
            DrawHaving();
        DrawOrder();
        DrawLimit();
        return this;
    }

    public QueryTable Answer()
    {
        var rows = Groups().Where(_having).Select(group => _items.Select(item => item < keys.Count ? keys[item].Of(group[0]) : measures[item - keys.Count].Of(group)).ToArray()).ToList();
        rows.Sort((one, other) => Order.Select(by => Compare(one[by.Column], other[by.Column]) * (by.IsDescending ? -1 : 1)).FirstOrDefault(order => order != 0));
        return new([], [.. rows.Skip((int)Offset).Take((int)(Limit ?? int.MaxValue))]);
    }

    public override string ToString() => Sql;

    private List<IReadOnlyList<SomeRow>> Groups()
    {
        var groups = Rows.GroupBy(row => string.Join('|', keys.Select(key => key.Of(row) ?? "-"))).Select(group => (IReadOnlyList<SomeRow>)[.. group]).ToList();
        if (keys.Count == 0 && groups.Count == 0)
            groups.Add([]);
        return groups;
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => ((IComparable)one).CompareTo(other),
    };

    private string SqlOf(int item) => item < keys.Count ? keys[item].Sql : measures[item - keys.Count].Sql;

    /// <summary>An item by its place, its name or its expression.</summary>
    private string Reference(int item, bool isOrder)
    {
        var place = _items.IndexOf(item);
        return random.Next(3) switch
        {
            0 when place >= 0 => $"{place + 1}",
            1 when place >= 0 && _names[place].Length > 0 => _names[place],
            _ when SqlOf(item) is "7" or "'x'" && isOrder => $"{place + 1}",
            _ => SqlOf(item),
        };
    }

    /// <summary>A condition on something that is told or not, about the value that some group has.</summary>
    private void DrawHaving()
    {
        var numbers = SomeMeasure.All.Where(measure => measure.IsSortable && measure.Type == QueryType.Integer).ToList();
        var measure = numbers[random.Next(numbers.Count)];
        var groups = Groups();
        var bound = groups.Count == 0 ? 0 : (long?)measure.Of(groups[random.Next(groups.Count)]) ?? 0;
        var place = _items.FindIndex(item => SqlOf(item) == measure.Sql);
        var name = place >= 0 && _names[place].Length > 0 && random.Next(2) == 0 ? _names[place] : measure.Sql;
        (var sql, _having) = random.Next(5) switch
        {
            0 => ($"{name} > {bound}", group => (long?)measure.Of(group) > bound),
            1 => ($"{name} < {bound} OR {name} IS NULL", group => measure.Of(group) is not long value || value < bound),
            2 => ($"NOT ({name} = {bound})", group => measure.Of(group) is long value && value != bound),
            3 => ($"{name} BETWEEN {bound / 2} AND {bound} AND count(*) > 1", group => group.Count > 1 && (long?)measure.Of(group) >= bound / 2 && (long?)measure.Of(group) <= bound),
            _ => ($"({name}) * 1.0 <= {bound}", (Func<IReadOnlyList<SomeRow>, bool>)(group => (long?)measure.Of(group) <= bound)),
        };
        Sql += $" HAVING {sql}";
    }

    private void DrawOrder()
    {
        var sortable = _items.Where(item => item < keys.Count || measures[item - keys.Count].IsSortable).OrderBy(_ => random.Next()).Take(random.Next(3)).ToList();
        if (sortable.Count == 0)
            return;
        Order.AddRange(sortable.Select(item => (_items.IndexOf(item), random.Next(2) == 0)));
        Sql += $" ORDER BY {string.Join(", ", sortable.Select((item, place) => Reference(item, isOrder: true) + (Order[place].IsDescending ? " DESC" : random.Next(2) == 0 ? " asc" : "")))}";
    }

    private void DrawLimit()
    {
        if (random.Next(2) == 0)
            return;
        (Limit, Offset) = (random.Next(30), random.Next(2) == 0 ? 0 : random.Next(20));
        Sql += Offset == 0 ? $" LIMIT {Limit}" : random.Next(2) == 0 ? $" LIMIT {Offset}, {Limit}" : $" LIMIT {Limit} OFFSET {Offset}";
    }
}
