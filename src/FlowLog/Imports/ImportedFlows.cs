using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>
/// Adds up what foreign flow logs say, by window, five-tuple, direction, action and rule. Their verdicts are taken over; a denied
/// flow of which the log counts no packet stays, with 0 packets.
/// </summary>
/// <param name="intervalSeconds">Length of a window: 60, 300, 600 or any divisor of an hour; 0 for one window that holds everything.</param>
/// <param name="seed">Of the hash; the results do not depend on it.</param>
public sealed class ImportedFlows(int intervalSeconds, ulong seed = 0)
{
    // Flows by five-tuple and, in place of the window, the number of their context.
    private FlowTable _table = new(seed);
    private ImportContexts _contexts = new();
    private PacketWindows _windows = new(intervalSeconds);

    /// <summary>Flows that are open.</summary>
    public int Count => _table.Count;

    /// <summary>Adds a flow; a statement without one (NODATA, SKIPDATA) adds none. It falls in the window of its first time.</summary>
    public void Add(in ImportedFlow flow)
    {
        if (flow.Flow == default)
            return;
        var context = _contexts.NumberOf(_windows.StartOf(flow.FirstNanoseconds), flow.Direction, flow.Action, flow.RuleId);
        ref var sum = ref _table.Find(FlowKey.Of(flow.Flow, default, context));
        sum.Packets = Plus(sum.Packets, flow.Packets);
        sum.Bytes = Plus(sum.Bytes, flow.Bytes);
        sum.TcpFlags |= flow.TcpFlags;
        sum.FirstNanoseconds = Math.Min(sum.FirstNanoseconds, flow.FirstNanoseconds);
        sum.LastNanoseconds = Math.Max(sum.LastNanoseconds, flow.LastNanoseconds);
    }

    /// <summary>Takes all flows, in the order of window, source, destination, ports, protocol, direction, action, rule.</summary>
    public IEnumerable<JudgedFlow> Drain()
    {
        var (table, contexts) = (_table, _contexts);
        (_table, _contexts) = (new(seed), new());
        var places = new Place[table.Count];
        for (var index = 0; index < places.Length; index++)
            places[index] = new(contexts[table[index].Key.Window].Window, table[index].Key.Prefix, index);
        Array.Sort(places, (a, b) => Compare(table, contexts, a, b));
        return places.Select(place => Judged(table[place.Index], contexts));
    }

    /// <summary>Windows and the first bits of the addresses decide nearly always.</summary>
    private static int Compare(FlowTable table, ImportContexts contexts, in Place a, in Place b)
    {
        if (a.Window != b.Window)
            return a.Window.CompareTo(b.Window);
        if (a.Prefix != b.Prefix)
            return a.Prefix.CompareTo(b.Prefix);
        var (one, other) = (table[a.Index].Key, table[b.Index].Key);
        var order = (one with { Window = 0 }).CompareTo(other with { Window = 0 });
        return order != 0 ? order : ImportContext.Compare(contexts[one.Window], contexts[other.Window]);
    }

    private static JudgedFlow Judged(in FlowEntry entry, ImportContexts contexts)
    {
        var context = contexts[entry.Key.Window];
        return new(entry.Totals with { WindowStart = context.Window }, context.Direction, new Verdict(context.Action, context.RuleId, 0));
    }

    /// <summary>Logs may say anything: a sum that is too large stays the largest.</summary>
    private static long Plus(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private readonly record struct Place(long Window, ulong Prefix, int Index);
}
