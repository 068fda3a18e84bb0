namespace FlowLog.Chunks;

/// <summary>
/// Sorts by 64-bit keys, byte by byte from the lowest, leaving out bytes in which all keys agree. Equal keys keep their order.
/// Its time does not depend on the keys, so nobody can choose addresses that make it slow.
/// </summary>
internal static class RadixSort
{
    private const int Radix = 256;

    /// <param name="items">Sorted in place.</param>
    /// <param name="scratch">As long as <paramref name="items"/>.</param>
    public static void Sort(Span<Keyed> items, Span<Keyed> scratch)
    {
        Span<int> counts = stackalloc int[Radix * sizeof(ulong)];
        counts.Clear();
        Count(items, counts);
        var from = items;
        var to = scratch[..items.Length];
        for (var digit = 0; digit < sizeof(ulong); digit++)
        {
            var ends = counts.Slice(digit * Radix, Radix);
            if (items.IsEmpty || ends[(byte)(items[0].Key >> (digit * 8))] == items.Length)
                continue;
            Scatter(from, to, digit * 8, ends);
            var swap = from;
            from = to;
            to = swap;
        }

        if (from != items)
            from.CopyTo(items);
    }

    private static void Count(ReadOnlySpan<Keyed> items, Span<int> counts)
    {
        foreach (ref readonly var item in items)
        {
            var key = item.Key;
            for (var digit = 0; digit < sizeof(ulong); digit++, key >>= 8)
                counts[(digit * Radix) + (byte)key]++;
        }
    }

    private static void Scatter(ReadOnlySpan<Keyed> from, Span<Keyed> to, int shift, Span<int> counts)
    {
        var start = 0;
        foreach (ref var count in counts)
            (count, start) = (start, start + count);
        foreach (ref readonly var item in from)
            to[counts[(byte)(item.Key >> shift)]++] = item;
    }
}
