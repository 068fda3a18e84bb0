using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// The order of a chunk's rows: by <see cref="SortKeys"/>, then by every column. It is a total order of the rows' values, so
/// that the same set of records is always the same sequence.
/// </summary>
internal static class RowOrder
{
    /// <summary>Row numbers in order.</summary>
    public static int[] Of(CodedRows rows)
    {
        long[][] keys = [.. SortKeys.Of(rows).Concat(FlowFields.All.OrderBy(field => field.Id).Select(field => rows[field])).OfType<long[]>().Distinct()];
        var items = ArrayPool<ulong>.Shared.Rent(rows.Count);
        var scratch = ArrayPool<ulong>.Shared.Rent(rows.Count);
        var sorted = items.AsSpan(0, rows.Count);
        var rowBits = 64 - BitOperations.LeadingZeroCount((ulong)Math.Max(rows.Count - 1, 0));
        for (var row = 0; row < sorted.Length; row++)
            sorted[row] = (ulong)row;
        var ties = Prefix(rows, keys, sorted, 64 - rowBits);
        PackedSort.Sort(sorted, scratch, rowBits);
        var order = new int[rows.Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = (int)(sorted[row] & ((1UL << rowBits) - 1));
        BreakTies(ties, sorted, rowBits, order);
        ArrayPool<ulong>.Shared.Return(items);
        ArrayPool<ulong>.Shared.Return(scratch);
        return order;
    }

    /// <summary>Adds as many columns as fit to the items, above their rows.</summary>
    /// <param name="free">Bits above the rows.</param>
    /// <returns>Columns that are not, or not wholly, in the items; each varies.</returns>
    private static List<long[]> Prefix(CodedRows rows, long[][] keys, Span<ulong> items, int free)
    {
        var left = new List<long[]>();
        var bit = 64;
        foreach (var column in keys)
        {
            var (least, most) = rows.Range(column);
            if (least == most)
                continue;
            var width = 64 - BitOperations.LeadingZeroCount((ulong)(most - least));
            var cut = Math.Max(0, width - free);
            free -= width - cut;
            bit -= width - cut;
            if (cut > 0)
                left.Add(column);
            if (cut < width)
                Add(column, least, cut, bit, items);
        }

        return left;
    }

    /// <summary>Puts the column's numbers less the least, without the lowest <paramref name="cut"/> bits, at a bit of the items.</summary>
    private static void Add(ReadOnlySpan<long> column, long least, int cut, int bit, Span<ulong> items)
    {
        ref var from = ref MemoryMarshal.GetReference(column);
        ref var to = ref MemoryMarshal.GetReference(items);
        var origin = Vector256.Create((ulong)least);
        var row = 0;
        for (; row + Vector256<ulong>.Count <= items.Length; row += Vector256<ulong>.Count)
        {
            var numbers = Vector256.LoadUnsafe(ref from, (nuint)row).AsUInt64() - origin;
            (Vector256.LoadUnsafe(ref to, (nuint)row) | ((numbers >>> cut) << bit)).StoreUnsafe(ref to, (nuint)row);
        }

        for (; row < items.Length; row++)
            items[row] |= (ulong)(column[row] - least) >> cut << bit;
    }

    private static void BreakTies(List<long[]> keys, ReadOnlySpan<ulong> items, int rowBits, Span<int> order)
    {
        if (keys.Count == 0)
            return;
        for (var start = 0; start < items.Length;)
        {
            var end = start + 1;
            while (end < items.Length && items[end] >> rowBits == items[start] >> rowBits)
                end++;
            if (end - start > 1)
                order[start..end].Sort((a, b) => Compare(keys, a, b));
            start = end;
        }
    }

    private static int Compare(List<long[]> keys, int a, int b)
    {
        foreach (var column in keys)
        {
            if (column[a] != column[b])
                return column[a].CompareTo(column[b]);
        }

        return 0;
    }
}
