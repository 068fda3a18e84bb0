namespace FlowLog.Query.Grouping;

/// <summary>What is added up, a column a measure, a row a group.</summary>
internal sealed class GroupSums
{
    private readonly GroupShape _shape;
    private readonly long[]?[] _absent;
    private readonly long[][] _columns;

    /// <param name="capacity">Groups that there is room for.</param>
    public GroupSums(GroupShape shape, int capacity)
    {
        _shape = shape;
        Rows = new long[capacity];
        _absent = new long[]?[shape.Values];
        _columns = new long[shape.Columns.Count][];
        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column] = new long[capacity];
            if (shape.Columns[column].Origin != 0)
                _columns[column].AsSpan().Fill(shape.Columns[column].Origin);
        }
    }

    /// <summary>Records of each group.</summary>
    public long[] Rows { get; private set; }

    public int Capacity => Rows.Length;

    /// <summary>The sum, least or greatest of a group.</summary>
    public long this[int column, int group] => _columns[column][group];

    /// <summary>Records of a group that have a value.</summary>
    public long Present(int value, int group) => Rows[group] - (_absent[value]?[group] ?? 0);

    /// <summary>Adds a step's rows to their groups.</summary>
    /// <param name="groups">A group a row.</param>
    /// <param name="values">A column each; what has no value is zero in it and said by <paramref name="absent"/>.</param>
    /// <param name="absent">For each value, a row each that is not 0 if it has none; empty if all have one.</param>
    /// <exception cref="OverflowException">A sum beyond 64 bits.</exception>
    public void Add(ReadOnlySpan<int> groups, long[][] values, ReadOnlySpan<long> absent, ReadOnlySpan<bool> canBeAbsent)
    {
        var rows = Rows;
        foreach (var group in groups)
            rows[group]++;
        for (var column = 0; column < _columns.Length; column++)
        {
            var (kind, value, _) = _shape.Columns[column];
            var isPartial = canBeAbsent[value] && !absent.IsEmpty;
            Add(kind, _columns[column], groups, values[value].AsSpan(0, groups.Length), isPartial ? absent : []);
        }

        for (var value = 0; value < _absent.Length && !absent.IsEmpty; value++)
        {
            if (canBeAbsent[value])
                CountAbsent(value, groups, absent);
        }
    }

    /// <summary>Adds a group of other sums, of the same shape, to one of these.</summary>
    /// <exception cref="OverflowException">A sum beyond 64 bits.</exception>
    public void Add(int group, GroupSums other, int from)
    {
        Rows[group] += other.Rows[from];
        for (var column = 0; column < _columns.Length; column++)
        {
            ref var sum = ref _columns[column][group];
            var more = other._columns[column][from];
            sum = _shape.Columns[column].Kind switch
            {
                MeasureKind.Minimum => Math.Min(sum, more),
                MeasureKind.Maximum => Math.Max(sum, more),
                _ => checked(sum + more),
            };
        }

        for (var value = 0; value < _absent.Length; value++)
        {
            if (other._absent[value] is { } absent && absent[from] != 0)
                (_absent[value] ??= new long[Capacity])[group] += absent[from];
        }
    }

    /// <summary>Makes room for more groups.</summary>
    public void Grow(int capacity)
    {
        var before = Capacity;
        Rows = Grown(Rows, capacity);
        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column] = Grown(_columns[column], capacity);
            _columns[column].AsSpan(before).Fill(_shape.Columns[column].Origin);
        }

        for (var value = 0; value < _absent.Length; value++)
            _absent[value] = _absent[value] is { } absent ? Grown(absent, capacity) : null;
    }

    /// <summary>Forgets the first groups.</summary>
    public void Clear(int groups)
    {
        Rows.AsSpan(0, groups).Clear();
        for (var column = 0; column < _columns.Length; column++)
            _columns[column].AsSpan(0, groups).Fill(_shape.Columns[column].Origin);
        foreach (var absent in _absent)
            absent?.AsSpan(0, groups).Clear();
    }

    private static void Add(MeasureKind kind, long[] sums, ReadOnlySpan<int> groups, ReadOnlySpan<long> values, ReadOnlySpan<long> absent)
    {
        if (kind == MeasureKind.Sum)
        {
            // What has no value is zero.
            for (var row = 0; row < groups.Length; row++)
            {
                ref var sum = ref sums[groups[row]];
                sum = checked(sum + values[row]);
            }

            return;
        }

        for (var row = 0; row < groups.Length; row++)
        {
            if (!absent.IsEmpty && absent[row] != 0)
                continue;
            ref var sum = ref sums[groups[row]];
            sum = kind == MeasureKind.Minimum ? Math.Min(sum, values[row]) : Math.Max(sum, values[row]);
        }
    }

    private void CountAbsent(int value, ReadOnlySpan<int> groups, ReadOnlySpan<long> absent)
    {
        var counts = _absent[value] ??= new long[Capacity];
        for (var row = 0; row < groups.Length; row++)
            counts[groups[row]] += absent[row] != 0 ? 1 : 0;
    }

    private static long[] Grown(long[] column, int capacity)
    {
        var grown = GC.AllocateUninitializedArray<long>(capacity);
        column.CopyTo(grown, 0);
        grown.AsSpan(column.Length).Clear();
        return grown;
    }
}
