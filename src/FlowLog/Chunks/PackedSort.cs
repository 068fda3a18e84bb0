using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLog.Chunks;

/// <summary>
/// Sorts numbers that hold a key in their upper bits and a row in their lower ones, by the key, eleven bits at a time from its lowest,
/// leaving out bits in which all agree. Equal keys keep their order. Its time does not depend on the keys, so nobody can choose
/// addresses that make it slow.
/// </summary>
internal static class PackedSort
{
    private const int DigitBits = 11;
    private const int Radix = 1 << DigitBits;

    /// <param name="items">Sorted in place.</param>
    /// <param name="scratch">As long as <paramref name="items"/>.</param>
    /// <param name="keyBit">The key's lowest bit.</param>
    public static void Sort(Span<ulong> items, Span<ulong> scratch, int keyBit)
    {
        var varying = Varying(items) >> keyBit << keyBit;
        Span<int> ends = stackalloc int[Radix];
        var from = items;
        var to = scratch[..items.Length];
        while (varying != 0)
        {
            var shift = System.Numerics.BitOperations.TrailingZeroCount(varying);
            Count(from, shift, ends);
            Scatter(from, to, shift, ends);
            var swap = from;
            from = to;
            to = swap;
            varying = shift + DigitBits >= 64 ? 0 : varying >> (shift + DigitBits) << (shift + DigitBits);
        }

        if (from != items)
            from.CopyTo(items);
    }

    /// <summary>The bits in which items differ.</summary>
    private static ulong Varying(ReadOnlySpan<ulong> items)
    {
        var (all, any) = (ulong.MaxValue, 0UL);
        foreach (var item in items)
        {
            all &= item;
            any |= item;
        }

        return items.IsEmpty ? 0 : any & ~all;
    }

    private static void Count(ReadOnlySpan<ulong> items, int shift, Span<int> counts)
    {
        counts.Clear();
        ref var first = ref MemoryMarshal.GetReference(counts);
        foreach (var item in items)
            Unsafe.Add(ref first, (int)(item >> shift) & (Radix - 1))++;
        var start = 0;
        foreach (ref var count in counts)
            (count, start) = (start, start + count);
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, int shift, Span<int> places)
    {
        ref var place = ref MemoryMarshal.GetReference(places);
        ref var target = ref MemoryMarshal.GetReference(to);
        foreach (var item in from)
            Unsafe.Add(ref target, Unsafe.Add(ref place, (int)(item >> shift) & (Radix - 1))++) = item;
    }
}
