using System.Runtime.CompilerServices;

namespace FlowLog.Query.Grouping;

/// <summary>What is added up. A group's cells lie together, its records first, so that a row that is added meets memory once.</summary>
internal sealed class GroupSums
{
    private readonly GroupShape _shape;
    private readonly int _stride;
    private readonly long[]?[] _absent;
    private readonly MeasureKind[] _kinds;
    private long[] _cells;
    private bool _hasAbsent;

    /// <param name="capacity">Groups that there is room for.</param>
    public GroupSums(GroupShape shape, int capacity)
    {
        (_shape, _stride, Capacity) = (shape, 1 + shape.Columns.Count, capacity);
        _kinds = [.. shape.Columns.Select(column => column.Kind)];
        _absent = new long[]?[shape.Values];
        _cells = new long[capacity * _stride];
        if (shape.HasOrigins)
            Clear(0, capacity);
    }

    public int Capacity { get; private set; }

    /// <summary>The sum, least or greatest of a group.</summary>
    public long this[int column, int group] => _cells[(group * _stride) + 1 + column];

    /// <summary>Records of a group.</summary>
    public long Rows(int group) => _cells[group * _stride];

    /// <summary>Records of a group that have a value.</summary>
    public long Present(int value, int group) => Rows(group) - (_absent[value]?[group] ?? 0);

    /// <summary>Adds a step's rows to their groups.</summary>
    /// <param name="groups">A group a row.</param>
    /// <param name="values">A column each; what has no value is zero in it and said by <paramref name="absent"/>.</param>
    /// <param name="absent">For each value, a row each that is not 0 if it has none; empty if all have one.</param>
    /// <exception cref="OverflowException">A sum beyond 64 bits.</exception>
    public void Add(ReadOnlySpan<int> groups, long[][] values, ReadOnlySpan<long> absent, ReadOnlySpan<bool> canBeAbsent)
    {
        var columns = _shape.Columns;
        var isSumFirst = columns.Count > 0 && columns[0].Kind == MeasureKind.Sum;
        if (isSumFirst)
            CountAndSum(groups, values[columns[0].Value]);
        else
            Count(groups);
        for (var column = isSumFirst ? 1 : 0; column < columns.Count; column++)
        {
            var (kind, value, _) = columns[column];
            Add(kind, column, groups, values[value], canBeAbsent[value] ? absent : []);
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
        ref var sums = ref _cells[group * _stride];
        ref var more = ref other._cells[from * _stride];
        sums += more;
        for (var column = 0; column < _stride - 1; column++)
        {
            sums = ref Unsafe.Add(ref sums, 1);
            more = ref Unsafe.Add(ref more, 1);
            sums = _kinds[column] switch
            {
                MeasureKind.Sum => checked(sums + more),
                MeasureKind.Minimum => Math.Min(sums, more),
                _ => Math.Max(sums, more),
            };
        }

        if (other._hasAbsent)
            AddAbsent(group, other, from);
    }

    /// <summary>Puts a group of other sums, of the same shape, in the place of one of these that is empty.</summary>
    public void Copy(int group, GroupSums other, int from)
    {
        ref var to = ref _cells[group * _stride];
        ref var cell = ref other._cells[from * _stride];
        for (var left = _stride; left > 0; left--)
        {
            to = cell;
            to = ref Unsafe.Add(ref to, 1);
            cell = ref Unsafe.Add(ref cell, 1);
        }

        if (other._hasAbsent)
            AddAbsent(group, other, from);
    }

    /// <summary>Makes room for more groups.</summary>
    public void Grow(int capacity)
    {
        var before = Capacity;
        Array.Resize(ref _cells, capacity * _stride);
        Capacity = capacity;
        for (var value = 0; value < _absent.Length; value++)
        {
            if (_absent[value] is not null)
                Array.Resize(ref _absent[value], capacity);
        }

        if (_shape.HasOrigins)
            Clear(before, capacity);
    }

    /// <summary>Forgets the groups from one to before another.</summary>
    public void Clear(int from, int to)
    {
        var cells = _cells.AsSpan(from * _stride, (to - from) * _stride);
        cells.Clear();
        for (var column = 0; column < _shape.Columns.Count && _shape.HasOrigins; column++)
        {
            for (var cell = 1 + column; cell < cells.Length; cell += _stride)
                cells[cell] = _shape.Columns[column].Origin;
        }

        foreach (var absent in _absent)
            absent?.AsSpan(from, to - from).Clear();
    }

    private void Count(ReadOnlySpan<int> groups)
    {
        var (cells, stride) = (_cells, _stride);
        foreach (var group in groups)
            cells[group * stride]++;
    }

    private void CountAndSum(ReadOnlySpan<int> groups, long[] values)
    {
        var (cells, stride) = (_cells, _stride);
        for (var row = 0; row < groups.Length; row++)
        {
            // What has no value is zero.
            ref var rows = ref cells[groups[row] * stride];
            ref var sum = ref Unsafe.Add(ref rows, 1);
            rows++;
            sum = checked(sum + values[row]);
        }
    }

    private void Add(MeasureKind kind, int column, ReadOnlySpan<int> groups, long[] values, ReadOnlySpan<long> absent)
    {
        var (cells, stride) = (_cells, _stride);
        for (var row = 0; row < groups.Length; row++)
        {
            if (!absent.IsEmpty && absent[row] != 0)
                continue;
            ref var sum = ref cells[(groups[row] * stride) + 1 + column];
            sum = kind switch
            {
                MeasureKind.Sum => checked(sum + values[row]),
                MeasureKind.Minimum => Math.Min(sum, values[row]),
                _ => Math.Max(sum, values[row]),
            };
        }
    }

    private void CountAbsent(int value, ReadOnlySpan<int> groups, ReadOnlySpan<long> absent)
    {
        _hasAbsent = true;
        var counts = _absent[value] ??= new long[Capacity];
        for (var row = 0; row < groups.Length; row++)
            counts[groups[row]] += absent[row] != 0 ? 1 : 0;
    }

    private void AddAbsent(int group, GroupSums other, int from)
    {
        _hasAbsent = true;
        for (var value = 0; value < _absent.Length; value++)
        {
            if (other._absent[value] is { } absent && absent[from] != 0)
                (_absent[value] ??= new long[Capacity])[group] += absent[from];
        }
    }
}
