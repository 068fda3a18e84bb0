using System.Runtime.InteropServices;
using FlowLog.Flows;
using FlowLog.Imports;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>Adds imported flows up by window, five-tuple, direction, action and rule. What the other cloud judged stays.</summary>
internal sealed class ImportedFlows(int intervalSeconds)
{
    private readonly Dictionary<Key, Sum> _sums = [];

    /// <summary>Packets of all flows.</summary>
    public long Packets { get; private set; }

    public void Add(in ImportedFlow flow, Direction direction)
    {
        var window = CaptureWindow.Holding(UnixTime.Seconds(flow.FirstNanoseconds), intervalSeconds).Start;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, new(window, flow.Flow, direction, flow.Action, flow.RuleId), out var isKnown);
        sum.First = isKnown ? Math.Min(sum.First, flow.FirstNanoseconds) : flow.FirstNanoseconds;
        sum.Last = isKnown ? Math.Max(sum.Last, flow.LastNanoseconds) : flow.LastNanoseconds;
        sum.Packets = Plus(sum.Packets, flow.Packets);
        sum.Bytes = Plus(sum.Bytes, flow.Bytes);
        sum.TcpFlags |= flow.TcpFlags;
        Packets = Plus(Packets, flow.Packets);
    }

    /// <summary>By window, addresses, ports, protocol, direction, action and rule: the same whatever order they came in.</summary>
    public IReadOnlyList<JudgedFlow> ToList() =>
    [
        .. _sums.OrderBy(entry => entry.Key.Window)
            .ThenBy(entry => entry.Key.Flow.Source).ThenBy(entry => entry.Key.Flow.Destination)
            .ThenBy(entry => entry.Key.Flow.SourcePort).ThenBy(entry => entry.Key.Flow.DestinationPort)
            .ThenBy(entry => entry.Key.Flow.Protocol).ThenBy(entry => entry.Key.Direction)
            .ThenBy(entry => entry.Key.Action).ThenBy(entry => entry.Key.RuleId, StringComparer.Ordinal)
            .Select(entry => Judged(entry.Key, entry.Value)),
    ];

    private static JudgedFlow Judged(in Key key, in Sum sum) => new(
        new FlowTotals(key.Window, key.Flow, sum.Packets, sum.Bytes, sum.TcpFlags, sum.First, sum.Last),
        key.Direction,
        new Verdict(key.Action, key.RuleId, 0));

    /// <summary>Logs may say anything; a sum that is too large stays the largest.</summary>
    private static long Plus(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private readonly record struct Key(long Window, FiveTuple Flow, Direction Direction, FlowAction Action, string RuleId);

    private struct Sum
    {
        public long First;
        public long Last;
        public long Packets;
        public long Bytes;
        public byte TcpFlags;
    }
}
