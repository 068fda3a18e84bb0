using System.Buffers;

namespace FlowLog.Query.Grouping;

/// <summary>
/// Groups that were taken out of a full table, so that it stays small and near to the processor. They lie by the upper bits of their
/// hash: parts of all threads with the same bits have the same keys, and are put together one part at a time.
/// </summary>
internal sealed class SpilledGroups<TKey>
    where TKey : unmanaged, IKeyBits<TKey>
{
    private const int PartBits = 8;

    public const int Parts = 1 << PartBits;

    private readonly TKey[] _keys;
    private readonly GroupSums _sums;
    private readonly int[] _ends = new int[Parts];

    public SpilledGroups(GroupShape shape, HashGroups<TKey> groups)
    {
        var keys = groups.Keys;
        _keys = GC.AllocateUninitializedArray<TKey>(keys.Length);
        _sums = new(shape, keys.Length);
        var parts = ArrayPool<byte>.Shared.Rent(keys.Length);
        for (var group = 0; group < keys.Length; group++)
        {
            parts[group] = (byte)(keys[group].Hash >> (64 - PartBits));
            _ends[parts[group]]++;
        }

        var start = 0;
        foreach (ref var end in _ends.AsSpan())
            (end, start) = (start, start + end);
        for (var group = 0; group < keys.Length; group++)
        {
            var place = _ends[parts[group]]++;
            _keys[place] = keys[group];
            _sums.Copy(place, groups.Sums, group);
        }

        ArrayPool<byte>.Shared.Return(parts);
    }

    public void AddTo(HashGroups<TKey> groups, int part)
    {
        for (var place = part == 0 ? 0 : _ends[part - 1]; place < _ends[part]; place++)
            groups.Add(_keys[place], _sums, place);
    }
}
