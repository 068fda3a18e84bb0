using System.Runtime.InteropServices;
using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>
/// The traffic of the keys with the most. Exact while there are at most <paramref name="capacity"/> keys; past it the smallest are dropped. Of
/// every key, listed or not, it knows a least and a greatest between which the truth lies, whatever was dropped and merged in whatever order.
/// </summary>
/// <param name="capacity">How many keys are kept.</param>
public sealed class TopList<TKey>(int capacity, TopMeasure measure = TopMeasure.Bytes) : KeyList
    where TKey : struct, IComparable<TKey>
{
    // What a key lacks is what any unlisted key can have, less its credit: the lists that it was in, which leave nothing of it in doubt.
    private Dictionary<TKey, Entry>? _entries;

    // What it was made of, in the order of keys, while nothing has been added: most lists are only written, or added to another.
    private ListedKey<TKey>[]? _made;

    private record struct Entry(Share Known, Traffic Credit);

    /// <summary>The most that any key's traffic can be more than is known of it.</summary>
    public Traffic Error => All().Aggregate(Missing, (most, listed) => Traffic.Max(most, listed.Missing));

    public override int Count => _made?.Length ?? _entries?.Count ?? 0;

    /// <summary>Adds exactly known traffic.</summary>
    public void Add(TKey key, Share share)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(Entries(), key, out _);
        entry = entry with { Known = entry.Known + share };
    }

    /// <summary>Call it when a chunk's or a period's keys have all been added, or when too many are there.</summary>
    public override void Trim()
    {
        if (Count <= capacity)
            return;
        var (entries, ranked, missing) = (Entries(), Ranked().ToList(), Missing);
        foreach (var dropped in ranked.Skip(capacity))
        {
            missing = Traffic.Max(missing, dropped.Known.All + dropped.Missing);
            entries.Remove(dropped.Key);
        }

        Missing = missing;
        foreach (var kept in ranked.Take(capacity))
            entries[kept.Key] = new(kept.Known, Credit(kept.Missing));
    }

    /// <summary>Adds another list, of other records.</summary>
    public void Merge(TopList<TKey> other)
    {
        var entries = Entries();
        foreach (var theirs in other.All())
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, theirs.Key, out _);
            entry = new(entry.Known + theirs.Known, Signed(entry.Credit, other.Credit(theirs.Missing), 1));
        }

        Missing += other.Missing;
    }

    /// <summary>The greatest known first, by the list's measure, then by bytes and packets, then by key.</summary>
    public IEnumerable<ListedKey<TKey>> Ranked() => All()
        .OrderByDescending(listed => measure == TopMeasure.Records ? listed.Known.All.Records : listed.Known.All.Bytes)
        .ThenByDescending(listed => listed.Known.All.Bytes)
        .ThenByDescending(listed => listed.Known.All.Packets)
        .ThenBy(listed => listed.Key);

    /// <summary>In no order.</summary>
    public IEnumerable<ListedKey<TKey>> All() =>
        _made ?? _entries?.Select(pair => new ListedKey<TKey>(pair.Key, pair.Value.Known, Lacking(pair.Value.Credit))) ?? [];

    /// <summary>In the order of keys.</summary>
    internal ListedKey<TKey>[] ByKey() => _made ?? Sorted([.. All()]);

    internal override void MergeAny(KeyList other) => Merge((TopList<TKey>)other);

    internal override void MergeDoubtful(KeyList other)
    {
        foreach (var theirs in ((TopList<TKey>)other).All())
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(Entries(), theirs.Key, out _);
            entry = entry with { Credit = Signed(Signed(entry.Credit, other.Missing, 1), theirs.Known.All + theirs.Missing, -1) };
        }

        Missing += other.Missing;
    }

    internal override void Write(ByteWriter writer) => TopListCodec.Write(writer, this);

    /// <summary>A list of different keys.</summary>
    internal static TopList<TKey> Of(int capacity, TopMeasure measure, Traffic missing, ListedKey<TKey>[] keys) =>
        new(capacity, measure) { Missing = missing, _made = Sorted(keys) };

    private static ListedKey<TKey>[] Sorted(ListedKey<TKey>[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1].Key.CompareTo(keys[i].Key) < 0)
                continue;
            var order = Array.ConvertAll(keys, listed => listed.Key);
            Array.Sort(order, keys);
            break;
        }

        return keys;
    }

    private Dictionary<TKey, Entry> Entries()
    {
        if (_entries is not null)
            return _entries;
        _entries = new(Count);
        foreach (var (key, known, lacking) in _made ?? [])
            _entries[key] = new(known, Credit(lacking));
        _made = null;
        return _entries;
    }

    private Traffic Lacking(Traffic credit) => Signed(Missing, credit, -1);

    private Traffic Credit(Traffic lacking) => Signed(Missing, lacking, -1);

    /// <summary>Credits may be negative, so these sums are plain.</summary>
    private static Traffic Signed(Traffic a, Traffic b, long sign) =>
        new(a.Records + (sign * b.Records), a.Packets + (sign * b.Packets), a.Bytes + (sign * b.Bytes));
}
