namespace FlowLog.Packets;

/// <summary>Puts flows in the one order in which they come out, whatever order they came in.</summary>
internal static class FlowOrder
{
    /// <param name="closed">In the order they were closed; of flows of one key these come before the open one.</param>
    public static IEnumerable<FlowTotals> Of(List<FlowEntry> closed, FlowTable open)
    {
        var order = new int[closed.Count + open.Count];
        for (var place = 0; place < order.Length; place++)
            order[place] = place;
        Array.Sort(order, (a, b) => Compare(KeyAt(a), a, KeyAt(b), b));
        return order.Select(place => place < closed.Count ? closed[place].Totals : open[place - closed.Count].Totals);

        FlowKey KeyAt(int place) => place < closed.Count ? closed[place].Key : open[place - closed.Count].Key;
    }

    private static int Compare(in FlowKey a, int placeA, in FlowKey b, int placeB)
    {
        var order = a.CompareTo(b);
        return order != 0 ? order : placeA.CompareTo(placeB);
    }
}
