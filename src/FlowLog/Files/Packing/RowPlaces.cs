using System.Buffers;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Files.Packing;

/// <summary>The order in which rows are put into chunks: by hour, ENI and start.</summary>
internal sealed class RowPlaces
{
    private const int SecondsPerHour = 3600;
    private const int SecondBits = 12;

    private readonly HeldRows _rows;
    private readonly int[] _order;

    private RowPlaces(HeldRows rows, int[] order) => (_rows, _order) = (rows, order);

    public static RowPlaces Of(HeldRows rows)
    {
        var items = ArrayPool<Keyed>.Shared.Rent(rows.Count);
        var scratch = ArrayPool<Keyed>.Shared.Rent(rows.Count);
        var sorted = items.AsSpan(0, rows.Count);
        var (starts, enis) = (rows.Numbers(FlowFields.Start), rows.Texts(FlowFields.EniId));
        var ranks = enis?.Ranks() ?? [];
        for (var row = 0; row < sorted.Length; row++)
        {
            var start = starts?[row] ?? 0;
            var rank = enis is null ? 0 : ranks[enis.Code(row)];
            sorted[row] = new(((ulong)rank << SecondBits) | (ulong)(start - Hour(start)), row);
        }

        RadixSort.Sort(sorted, scratch);
        foreach (ref var item in sorted)
            item = item with { Key = (ulong)Hour(starts?[item.Row] ?? 0) ^ (1UL << 63) };
        RadixSort.Sort(sorted, scratch);
        var order = new int[sorted.Length];
        for (var place = 0; place < order.Length; place++)
            order[place] = sorted[place].Row;
        ArrayPool<Keyed>.Shared.Return(items);
        ArrayPool<Keyed>.Shared.Return(scratch);
        return new(rows, order);
    }

    public FlowColumns Pick(ArraySegment<int> places) => _rows.Pick(places);

    /// <summary>The rows of each hour.</summary>
    public IEnumerable<ArraySegment<int>> Hours() => Groups(SecondsPerHour, byEni: false);

    /// <summary>The rows of each ENI's capture windows.</summary>
    /// <param name="seconds">Length of a window.</param>
    public IEnumerable<ArraySegment<int>> Windows(int seconds) => Groups(seconds, byEni: true);

    private IEnumerable<ArraySegment<int>> Groups(int seconds, bool byEni)
    {
        for (var from = 0; from < _order.Length;)
        {
            var first = KeyOf(_order[from], seconds, byEni);
            var to = from + 1;
            while (to < _order.Length && KeyOf(_order[to], seconds, byEni) == first)
                to++;
            yield return new(_order, from, to - from);
            from = to;
        }
    }

    private (long Window, int Eni) KeyOf(int row, int seconds, bool byEni) => (
        CaptureWindow.Floor(_rows.Numbers(FlowFields.Start)?[row] ?? 0, seconds),
        byEni ? _rows.Texts(FlowFields.EniId)?.Code(row) ?? 0 : 0);

    private static long Hour(long start) => CaptureWindow.Floor(start, SecondsPerHour);
}
