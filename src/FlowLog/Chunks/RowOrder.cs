using System.Buffers;
using System.Numerics;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// The order of a chunk's rows: by <see cref="SortKeys"/>, then by every column. It is a total order of the rows' values, so
/// that the same set of rows is always the same sequence.
/// </summary>
internal static class RowOrder
{
    /// <summary>Row numbers in order.</summary>
    public static int[] Of(CodedRows rows)
    {
        long[][] keys = [.. SortKeys.Of(rows).Concat(FlowFields.All.OrderBy(field => field.Id).Select(field => rows[field])).OfType<long[]>()];
        var items = ArrayPool<Keyed>.Shared.Rent(rows.Count);
        var scratch = ArrayPool<Keyed>.Shared.Rent(rows.Count);
        var sorted = items.AsSpan(0, rows.Count);
        for (var row = 0; row < sorted.Length; row++)
            sorted[row] = new(0, row);
        var whole = Prefix(keys, sorted);
        RadixSort.Sort(sorted, scratch);
        if (!whole)
            BreakTies(keys, sorted);
        var order = new int[rows.Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = sorted[row].Row;
        ArrayPool<Keyed>.Shared.Return(items);
        ArrayPool<Keyed>.Shared.Return(scratch);
        return order;
    }

    /// <summary>Fills the keys with as many columns as 64 bits hold.</summary>
    private static bool Prefix(long[][] keys, Span<Keyed> items)
    {
        var free = 64;
        foreach (var column in keys)
        {
            var (least, most, _) = Survey.Of(column);
            if (least == most)
                continue;
            var width = 64 - BitOperations.LeadingZeroCount((ulong)(most - least));
            var cut = Math.Max(0, width - free);
            free -= width - cut;
            for (var row = 0; row < items.Length; row++)
                items[row] = new(items[row].Key | ((ulong)(column[row] - least) >> cut << free), row);
            if (free == 0)
                return false;
        }

        return true;
    }

    private static void BreakTies(long[][] keys, Span<Keyed> items)
    {
        for (var start = 0; start < items.Length;)
        {
            var end = start + 1;
            while (end < items.Length && items[end].Key == items[start].Key)
                end++;
            if (end - start > 1)
                items[start..end].Sort((a, b) => Compare(keys, a.Row, b.Row));
            start = end;
        }
    }

    private static int Compare(long[][] keys, int a, int b)
    {
        foreach (var column in keys)
        {
            if (column[a] != column[b])
                return column[a].CompareTo(column[b]);
        }

        return 0;
    }
}
