using System.Runtime.InteropServices;

namespace FlowLog.Packets;

/// <summary>
/// Puts flows in the one order in which they come out, whatever order they came in. Windows are few, and most flows of a window
/// differ in their first 64 bits: comparing whole keys is left to the few that do not.
/// </summary>
internal sealed class FlowOrder
{
    private readonly List<FlowEntry> _closed;
    private readonly FlowTable _open;
    private readonly int[] _places;
    private readonly ulong[] _prefixes;

    private FlowOrder(List<FlowEntry> closed, FlowTable open)
    {
        (_closed, _open) = (closed, open);
        _places = new int[closed.Count + open.Count];
        _prefixes = new ulong[_places.Length];
    }

    /// <param name="closed">In the order they were closed; of flows of one key these come before the open one.</param>
    public static IEnumerable<FlowTotals> Of(List<FlowEntry> closed, FlowTable open)
    {
        var order = new FlowOrder(closed, open);
        foreach (var (start, end) in order.PlaceByWindow())
            order.Sort(start, end);
        return order._places.Select(place => order.At(place).Totals);
    }

    private ref readonly FlowEntry At(int place)
    {
        if (place >= _closed.Count)
            return ref _open[place - _closed.Count];
        return ref CollectionsMarshal.AsSpan(_closed)[place];
    }

    private List<(int Start, int End)> PlaceByWindow()
    {
        var counts = new Dictionary<long, int>();
        for (var place = 0; place < _places.Length; place++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, At(place).Key.Window, out _)++;
        var ends = new Dictionary<long, int>();
        var windows = new List<(int Start, int End)>();
        foreach (var (window, count) in counts.OrderBy(entry => entry.Key))
        {
            var start = windows.Count == 0 ? 0 : windows[^1].End;
            ends[window] = start;
            windows.Add((start, start + count));
        }

        for (var place = 0; place < _places.Length; place++)
            _places[CollectionsMarshal.GetValueRefOrAddDefault(ends, At(place).Key.Window, out _)++] = place;
        return windows;
    }

    private void Sort(int start, int end)
    {
        for (var index = start; index < end; index++)
            _prefixes[index] = At(_places[index]).Key.Prefix;
        Array.Sort(_prefixes, _places, start, end - start);
        for (var run = start; run < end;)
        {
            var next = run + 1;
            while (next < end && _prefixes[next] == _prefixes[run])
                next++;
            if (next - run > 1)
                _places.AsSpan(run, next - run).Sort(Compare);
            run = next;
        }
    }

    private int Compare(int a, int b)
    {
        var order = At(a).Key.CompareTo(At(b).Key);
        return order != 0 ? order : a.CompareTo(b);
    }
}
