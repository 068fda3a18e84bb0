namespace FlowLog.Query.Grouping;

/// <summary>
/// Groups that were taken out of a full table, so that it stays small and near to the processor. They lie by the upper bits of their
/// hash: parts of all threads with the same bits have the same keys, and are put together one part at a time.
/// </summary>
internal sealed class SpilledGroups<TKey>
    where TKey : unmanaged, IKeyBits<TKey>
{
    public const int Parts = 64;

    private readonly TKey[] _keys;
    private readonly GroupSums _sums;
    private readonly int[] _ends = new int[Parts];

    public SpilledGroups(GroupShape shape, HashGroups<TKey> groups)
    {
        _keys = new TKey[groups.Count];
        _sums = new(shape, groups.Count);
        var keys = groups.Keys;
        foreach (ref readonly var key in keys)
            _ends[PartOf(key)]++;
        var start = 0;
        foreach (ref var end in _ends.AsSpan())
            (end, start) = (start, start + end);
        for (var group = 0; group < keys.Length; group++)
        {
            var place = _ends[PartOf(keys[group])]++;
            _keys[place] = keys[group];
            _sums.Add(place, groups.Sums, group);
        }
    }

    public int Count => _keys.Length;

    public void AddTo(HashGroups<TKey> groups, int part)
    {
        for (var place = part == 0 ? 0 : _ends[part - 1]; place < _ends[part]; place++)
            groups.Add(_keys[place], _sums, place);
    }

    private static int PartOf(in TKey key) => (int)(key.Hash >> 58);
}
