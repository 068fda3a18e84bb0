using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FlowLog.Packets;

/// <summary>
/// Flows by key: open addressing over small slots (hash and number), the flows themselves in pages in the order they came, so
/// that growing moves no flow and a probe that misses touches none.
/// </summary>
internal sealed class FlowTable(ulong seed)
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private const int SmallestCapacity = 1024;
    private const int SlotsAhead = 12;
    private const int FlowsAhead = 6;

    private readonly List<FlowEntry[]> _pages = [];
    private Slot[] _slots = new Slot[SmallestCapacity];

    public int Count { get; private set; }

    /// <param name="index">0 to <see cref="Count"/> - 1, in the order the flows came.</param>
    public ref FlowEntry this[int index] => ref _pages[index >> PageBits][index & (PageSize - 1)];

    /// <summary>The flow of this key, or a new one of no packets.</summary>
    public ref FlowEntry Find(in FlowKey key) => ref Find(key, key.Hash(seed));

    /// <summary>Has the processor fetch what the lookups after this one will touch: first their slots, then their flows.</summary>
    /// <param name="hashes">Of the keys that will be looked up, in that order.</param>
    public unsafe void Announce(ReadOnlySpan<uint> hashes, int current)
    {
        if (!Sse.IsSupported)
            return;
        var mask = _slots.Length - 1;
        if (current + SlotsAhead < hashes.Length)
            Sse.Prefetch0(Unsafe.AsPointer(ref _slots[(int)hashes[current + SlotsAhead] & mask]));
        if (current + FlowsAhead < hashes.Length && _slots[(int)hashes[current + FlowsAhead] & mask].Number is > 0 and var number)
        {
            ref var entry = ref this[number - 1];
            Sse.Prefetch0(Unsafe.AsPointer(ref entry));
            Sse.Prefetch0(Unsafe.AsPointer(ref entry.LastNanoseconds));
        }
    }

    /// <param name="hash">The key's, by this table's seed.</param>
    public ref FlowEntry Find(in FlowKey key, uint hash)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (slot.Number == 0)
                return ref Add(key, hash);
            if (slot.Hash != hash)
                continue;
            ref var entry = ref this[slot.Number - 1];
            if (FlowKey.Same(entry.Key, key))
                return ref entry;
        }
    }

    /// <summary>Moves flows out into a list, in the order they came; what stays keeps its order, and no second table is made.</summary>
    public void Move(Predicate<FlowEntry> leaves, List<FlowEntry> target)
    {
        var kept = 0;
        for (var index = 0; index < Count; index++)
        {
            if (leaves(this[index]))
                target.Add(this[index]);
            else
                this[kept++] = this[index];
        }

        Count = kept;
        var pages = (kept + PageSize - 1) >> PageBits;
        _pages.RemoveRange(pages, _pages.Count - pages);
        Array.Clear(_slots);
        for (var index = 0; index < kept; index++)
            Place(_slots, new(this[index].Key.Hash(seed), index + 1));
    }

    private ref FlowEntry Add(in FlowKey key, uint hash)
    {
        if (Count * 2 >= _slots.Length)
            Grow();
        if (Count >> PageBits == _pages.Count)
            _pages.Add(new FlowEntry[PageSize]);
        Count++;
        Place(_slots, new(hash, Count));
        ref var entry = ref this[Count - 1];
        entry = new() { Key = key, FirstNanoseconds = long.MaxValue, LastNanoseconds = long.MinValue };
        return ref entry;
    }

    private void Grow()
    {
        var larger = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)_slots.Length * 2)];
        foreach (var slot in _slots)
        {
            if (slot.Number != 0)
                Place(larger, slot);
        }

        _slots = larger;
    }

    private static void Place(Slot[] slots, Slot slot)
    {
        var mask = slots.Length - 1;
        var at = (int)slot.Hash & mask;
        while (slots[at].Number != 0)
            at = (at + 1) & mask;
        slots[at] = slot;
    }

    /// <param name="Number">The flow's index and 1; 0 for an empty slot.</param>
    private readonly record struct Slot(uint Hash, int Number);
}
