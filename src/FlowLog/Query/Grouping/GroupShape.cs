namespace FlowLog.Query.Grouping;

/// <summary>What has to be added up for some measures, each thing once.</summary>
internal sealed class GroupShape
{
    private readonly IReadOnlyList<Measure> _measures;
    private readonly int[] _columnOf;

    /// <exception cref="ArgumentException">A measure of a value that there is not, or none but a count.</exception>
    public GroupShape(IReadOnlyList<Measure> measures, int values)
    {
        (_measures, Values) = (measures, values);
        _columnOf = new int[measures.Count];
        for (var measure = 0; measure < measures.Count; measure++)
            _columnOf[measure] = ColumnOf(measures[measure]);
    }

    /// <summary>How many values there are.</summary>
    public int Values { get; }

    /// <summary>Sums, least and greatest; averages are sums, counts are none.</summary>
    public List<GroupColumn> Columns { get; } = [];

    /// <summary>Whether a column begins with anything but zero.</summary>
    public bool HasOrigins => Columns.Exists(column => column.Origin != 0);

    public int Measures => _measures.Count;

    public QueryType TypeOf(int measure) => _measures[measure].Kind == MeasureKind.Average ? QueryType.Real : QueryType.Integer;

    /// <summary>A measure of a group; null if none of its records has the value.</summary>
    public object? Value(GroupSums sums, int measure, int group)
    {
        var (kind, value) = (_measures[measure].Kind, _measures[measure].Value);
        var present = value < 0 ? sums.Rows(group) : sums.Present(value, group);
        if (kind == MeasureKind.Count)
            return present;
        if (present == 0)
            return null;
        var sum = sums[_columnOf[measure], group];
        return kind == MeasureKind.Average ? (object)((double)sum / present) : sum;
    }

    /// <summary>The same, to sort by: no value is the least.</summary>
    public double Rank(GroupSums sums, int measure, int group, out long exact)
    {
        var (kind, value) = (_measures[measure].Kind, _measures[measure].Value);
        var present = value < 0 ? sums.Rows(group) : sums.Present(value, group);
        exact = kind == MeasureKind.Count ? present : present == 0 ? long.MinValue : sums[_columnOf[measure], group];
        if (kind != MeasureKind.Average)
            return 0;
        (var sum, exact) = (exact, 0);
        return present == 0 ? double.NegativeInfinity : (double)sum / present;
    }

    private int ColumnOf(Measure measure)
    {
        if (measure.Value < -1 || measure.Value >= Values || (measure.Value < 0 && measure.Kind != MeasureKind.Count))
            throw new ArgumentException($"{measure} of {Values} values.", nameof(measure));
        if (measure.Kind == MeasureKind.Count)
            return -1;
        var kind = measure.Kind == MeasureKind.Average ? MeasureKind.Sum : measure.Kind;
        var origin = kind switch
        {
            MeasureKind.Minimum => long.MaxValue,
            MeasureKind.Maximum => long.MinValue,
            _ => 0,
        };
        var column = Columns.FindIndex(known => known.Kind == kind && known.Value == measure.Value);
        if (column >= 0)
            return column;
        Columns.Add(new(kind, measure.Value, origin));
        return Columns.Count - 1;
    }
}
