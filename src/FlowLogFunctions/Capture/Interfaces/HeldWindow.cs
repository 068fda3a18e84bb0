using System.Runtime.InteropServices;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>One minute of an interface's traffic: grows while it is open, then waits to be handed over.</summary>
/// <param name="start">Unix seconds.</param>
/// <param name="maxFlows">Open flows; past it the smallest are closed early, as parts.</param>
internal sealed class HeldWindow(long start, int maxFlows, ulong seed)
{
    public const int Seconds = 60;

    /// <summary>Flows that are put in order at once when a window closes; more are left to whoever reads them.</summary>
    private const int FewFlows = 4096;

    private readonly Dictionary<string, long> _skipped = [];
    private FlowAggregator? _open = new(Seconds, maxFlows, seed);
    private FlowTotals[]? _totals;

    public long Start => start;

    public long End => start + Seconds;

    /// <summary>Packets that made flows, also after they were given up.</summary>
    public long Packets { get; private set; }

    /// <summary>Packets that the kernel dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>Flows that take memory.</summary>
    public int Flows => _totals?.Length ?? (_open is null ? 0 : _open.OpenFlows + _open.WaitingFlows);

    /// <summary>True if the flows were given up; <see cref="Packets"/> are then missing in the records.</summary>
    public bool IsGivenUp => _open is null && _totals is null;

    /// <summary>Packets that made no flow, by reason.</summary>
    public IEnumerable<(string Reason, long Packets)> Skipped => _skipped.Select(skipped => (skipped.Key, skipped.Value));

    /// <param name="number">What tells the packet from others, for sampling.</param>
    public void Add(PacketCounting counting, in RingFrame frame, LinkType link, ulong number)
    {
        var reason = _open is null ? null : counting.Add(frame.Data, frame.Length, link, frame.TimeNanoseconds, number, _open);
        if (reason is null)
            Packets++;
        else
            Skip(reason);
    }

    public void Skip(string reason) => CollectionsMarshal.GetValueRefOrAddDefault(_skipped, reason, out _)++;

    public void Drop(long packets) => Dropped += packets;

    /// <summary>Nothing comes any more. An aggregator of few flows takes more memory than they do.</summary>
    public void Close()
    {
        if (Flows <= FewFlows)
            Settle();
    }

    /// <summary>The flows, the same each time; for one reader at a time.</summary>
    public IReadOnlyList<FlowTotals> Totals()
    {
        Settle();
        return _totals ?? [];
    }

    public void GiveUp() => (_open, _totals) = (null, null);

    private void Settle()
    {
        if (_open is null)
            return;
        _totals = [.. _open.Drain()];
        _open = null;
    }
}
