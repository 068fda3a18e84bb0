namespace FlowLog.Query.Grouping;

/// <summary>Groups that are found by a hash of their keys, in the order in which they came up.</summary>
internal sealed class HashGroups<TKey> : IGroups
    where TKey : unmanaged, IKeyBits<TKey>
{
    private const int FirstCapacity = 1 << 10;

    private readonly KeyLayout _layout;
    private TKey[] _keys = new TKey[FirstCapacity];
    private int[] _slots = new int[2 * FirstCapacity];

    public HashGroups(GroupShape shape, KeyLayout layout) => (_layout, Sums) = (layout, new(shape, FirstCapacity));

    public GroupSums Sums { get; }

    public int Count { get; private set; }

    public int End => Count;

    public ReadOnlySpan<TKey> Keys => _keys.AsSpan(0, Count);

    public bool Has(int group) => true;

    public uint Number(int group, int key) => _keys[group].At(_layout.Places[key], _layout.Widths[key]);

    /// <summary>The groups of a step's rows; new ones where there are none yet.</summary>
    public void Find(ReadOnlySpan<TKey> keys, Span<int> groups)
    {
        Reserve(keys.Length);
        var (last, found) = (default(TKey), -1);
        for (var row = 0; row < keys.Length; row++)
        {
            // Rows that are alike often lie together.
            if (found < 0 || !keys[row].Equals(last))
                (last, found) = (keys[row], Find(keys[row]));
            groups[row] = found;
        }
    }

    /// <summary>A group of its own for each of a step's rows, of keys that hardly ever come again.</summary>
    public void Append(ReadOnlySpan<TKey> keys, Span<int> groups)
    {
        Reserve(keys.Length);
        keys.CopyTo(_keys.AsSpan(Count));
        for (var row = 0; row < groups.Length; row++)
            groups[row] = Count + row;
        Count += keys.Length;
    }

    /// <summary>Adds a group of other sums.</summary>
    public void Add(TKey key, GroupSums sums, int from)
    {
        Reserve(1);
        Sums.Add(Find(key), sums, from);
    }

    /// <summary>Adds all groups of a table with the same keys.</summary>
    public void Add(IGroups groups)
    {
        var numbers = new uint[_layout.Places.Length];
        for (var group = 0; group < groups.End; group++)
        {
            if (!groups.Has(group))
                continue;
            for (var key = 0; key < numbers.Length; key++)
                numbers[key] = groups.Number(group, key);
            Add(_layout.Pack<TKey>(numbers), groups.Sums, group);
        }
    }

    public void Clear()
    {
        Sums.Clear(0, Count);
        _slots.AsSpan().Clear();
        Count = 0;
    }

    private int Find(TKey key)
    {
        var (slots, mask) = (_slots, _slots.Length - 1);
        for (var slot = (int)key.Hash & mask; ; slot = (slot + 1) & mask)
        {
            var group = slots[slot] - 1;
            if (group < 0)
            {
                _keys[Count] = key;
                slots[slot] = ++Count;
                return Count - 1;
            }

            if (_keys[group].Equals(key))
                return group;
        }
    }

    /// <summary>Slots are twice as many as groups have room, so that no more than half are taken.</summary>
    private void Reserve(int more)
    {
        if (Count + more <= _keys.Length)
            return;
        var capacity = _keys.Length;
        while (capacity < Count + more)
            capacity *= 2;
        Array.Resize(ref _keys, capacity);
        Sums.Grow(capacity);
        _slots = new int[2 * capacity];
        for (var group = 0; group < Count; group++)
        {
            var slot = (int)_keys[group].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = group + 1;
        }
    }
}
