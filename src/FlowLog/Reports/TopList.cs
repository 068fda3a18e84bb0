using System.Runtime.InteropServices;

namespace FlowLog.Reports;

/// <summary>
/// The traffic of the keys with the most bytes. Exact while there are at most <paramref name="capacity"/> keys; past it the smallest
/// are dropped, and <see cref="Error"/> bounds what any key, listed or not, can be short of.
/// </summary>
/// <param name="capacity">How many keys are kept.</param>
public sealed class TopList<TKey>(int capacity)
    where TKey : struct, IComparable<TKey>
{
    private readonly Dictionary<TKey, Share> _shares = [];

    /// <summary>The most bytes by which a key's sum can be too low; 0 if every sum is exact.</summary>
    public long Error { get; private set; }

    public int Count => _shares.Count;

    public void Add(TKey key, Share share) => CollectionsMarshal.GetValueRefOrAddDefault(_shares, key, out _) += share;

    /// <summary>Drops all but the largest keys. Call it when a chunk's or a period's keys have all been added.</summary>
    public void Trim()
    {
        if (_shares.Count <= capacity)
            return;
        var dropped = Ranked().Skip(capacity).ToList();
        Error += dropped.Max(pair => pair.Value.All.Bytes);
        foreach (var (key, _) in dropped)
            _shares.Remove(key);
    }

    /// <summary>Adds another list; the errors add up.</summary>
    public void Merge(TopList<TKey> other)
    {
        foreach (var (key, share) in other._shares)
            Add(key, share);
        Error += other.Error;
    }

    /// <summary>Most bytes first, then most packets, then by key.</summary>
    public IEnumerable<KeyValuePair<TKey, Share>> Ranked() => _shares
        .OrderByDescending(pair => pair.Value.All.Bytes)
        .ThenByDescending(pair => pair.Value.All.Packets)
        .ThenBy(pair => pair.Key);

    /// <summary>The same list as decoded.</summary>
    internal static TopList<TKey> Of(int capacity, long error, IEnumerable<KeyValuePair<TKey, Share>> shares)
    {
        var list = new TopList<TKey>(capacity) { Error = error };
        foreach (var (key, share) in shares)
            list.Add(key, share);
        return list;
    }

    internal IEnumerable<KeyValuePair<TKey, Share>> ByKey() => _shares.OrderBy(pair => pair.Key);
}
