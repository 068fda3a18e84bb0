using System.Runtime.InteropServices;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>
/// Adds up what foreign flow logs say, by window, five-tuple, direction, action and rule. Their verdicts are taken over; a denied
/// flow of which the log counts no packet stays, with 0 packets.
/// </summary>
/// <param name="intervalSeconds">Length of a window: 60, 300, 600 or any divisor of an hour; 0 for one window that holds everything.</param>
public sealed class ImportedFlows(int intervalSeconds)
{
    private readonly Dictionary<Key, Sum> _sums = [];

    /// <summary>Flows that are open.</summary>
    public int Count => _sums.Count;

    /// <summary>Adds a flow; a statement without one (NODATA, SKIPDATA) adds none. It falls in the window of its first time.</summary>
    public void Add(in ImportedFlow flow)
    {
        if (flow.Flow == default)
            return;
        var second = FlowAggregator.SecondOf(flow.FirstNanoseconds);
        var window = intervalSeconds == 0 ? 0 : CaptureWindow.Floor(second, intervalSeconds);
        var key = new Key(window, flow.Flow, flow.Direction, flow.Action, flow.RuleId);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out var exists);
        sum.Packets = Plus(sum.Packets, flow.Packets);
        sum.Bytes = Plus(sum.Bytes, flow.Bytes);
        sum.TcpFlags |= flow.TcpFlags;
        sum.First = exists ? Math.Min(sum.First, flow.FirstNanoseconds) : flow.FirstNanoseconds;
        sum.Last = exists ? Math.Max(sum.Last, flow.LastNanoseconds) : flow.LastNanoseconds;
    }

    /// <summary>Takes all flows, in the order of window, source, destination, ports, protocol, direction, action, rule.</summary>
    public IReadOnlyList<JudgedFlow> Drain()
    {
        var flows = _sums
            .Select(pair => (Order: FlowKey.Of(pair.Key.Flow, default, pair.Key.Window), Flow: pair.Value.Of(pair.Key)))
            .OrderBy(pair => pair.Order).ThenBy(pair => pair.Flow.Direction).ThenBy(pair => pair.Flow.Verdict.Action)
            .ThenBy(pair => pair.Flow.Verdict.RuleId, StringComparer.Ordinal)
            .Select(pair => pair.Flow)
            .ToList();
        _sums.Clear();
        return flows;
    }

    /// <summary>Logs may say anything: a sum that is too large stays the largest.</summary>
    private static long Plus(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private readonly record struct Key(long Window, FiveTuple Flow, Direction Direction, FlowAction Action, string RuleId);

    private struct Sum
    {
        public long Packets;
        public long Bytes;
        public long First;
        public long Last;
        public byte TcpFlags;

        public readonly JudgedFlow Of(in Key key) => new(
            new(key.Window, key.Flow, Packets, Bytes, TcpFlags, First, Last), key.Direction, new Verdict(key.Action, key.RuleId, 0));
    }
}
