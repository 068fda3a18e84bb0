using System.Runtime.CompilerServices;
using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>
/// Adds packets up to totals by window and five-tuple. At most <paramref name="maxOpenFlows"/> flows are open; past that those of
/// windows that have passed are closed, or else the smallest, early, so that a flow may come out in several parts whose sum is right.
/// </summary>
/// <param name="intervalSeconds">Length of a window: 60, 300, 600 or any divisor of an hour; 0 for one window that holds everything.</param>
/// <param name="maxOpenFlows">At least 1; an open flow takes 112 bytes or so.</param>
/// <param name="seed">Of the hash; where strangers choose the addresses take a random one. The results do not depend on it.</param>
public sealed class FlowAggregator(int intervalSeconds, int maxOpenFlows = FlowAggregator.DefaultMaxOpenFlows, ulong seed = 0)
{
    public const int DefaultMaxOpenFlows = 1_000_000;

    // An eighth at a time: the pass over all flows is shared by many that come.
    private const int ClosedAtOnce = 8;

    private FlowTable _table = new(seed);
    private List<FlowEntry> _closed = [];
    private PacketWindows _windows = new(intervalSeconds);

    /// <summary>Flows open now.</summary>
    public int OpenFlows => _table.Count;

    /// <summary>Flows that were closed and wait to be drained. Drain them now and then: they take memory too.</summary>
    public int WaitingFlows => _closed.Count;

    /// <summary>Flows that were closed before their window had passed, since the start.</summary>
    public long ClosedEarly { get; private set; }

    /// <summary>Adds one packet.</summary>
    public void Add(in DecodedPacket packet, long timeNanoseconds) =>
        Add(packet.Flow, 1, packet.Bytes, packet.TcpFlags, timeNanoseconds, timeNanoseconds, packet.Icmp);

    /// <summary>Adds a packet that stands for as many as the rate says: it was chosen with probability 1 / rate.</summary>
    /// <param name="rate">At least 1.</param>
    public void AddSampled(in DecodedPacket packet, long timeNanoseconds, int rate)
    {
        // Horvitz and Thompson: each packet of b bytes adds b * rate to the sum, and b² * rate * (rate - 1) to its variance.
        var variance = (float)packet.Bytes * packet.Bytes * rate * (rate - 1);
        Add(packet.Flow, rate, packet.Bytes * rate, packet.TcpFlags, timeNanoseconds, timeNanoseconds, packet.Icmp, variance);
    }

    /// <summary>Adds a flow that was counted elsewhere, or one packet. It falls in the window of its first time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(
        in FiveTuple flow, long packets, long bytes, byte tcpFlags, long firstNanoseconds, long lastNanoseconds,
        IcmpMessage icmp = default, float bytesVariance = 0)
    {
        ref var entry = ref _table.Find(FlowKey.Of(flow, icmp, _windows.StartOf(firstNanoseconds)));
        entry.Packets += packets;
        entry.Bytes += bytes;
        entry.TcpFlags |= tcpFlags;
        entry.BytesVariance += bytesVariance;
        entry.FirstNanoseconds = Math.Min(entry.FirstNanoseconds, firstNanoseconds);
        entry.LastNanoseconds = Math.Max(entry.LastNanoseconds, lastNanoseconds);
        if (_table.Count > maxOpenFlows)
            CloseSmallest();
    }

    /// <summary>Adds flows that were counted elsewhere, with the hashes of their keys by this aggregator's seed.</summary>
    internal void Add(ReadOnlySpan<FlowEntry> rows, ReadOnlySpan<uint> hashes)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            _table.Announce(hashes, i);
            ref readonly var row = ref rows[i];
            ref var entry = ref _table.Find(row.Key, hashes[i]);
            entry.Packets += row.Packets;
            entry.Bytes += row.Bytes;
            entry.TcpFlags |= row.TcpFlags;
            entry.BytesVariance += row.BytesVariance;
            entry.FirstNanoseconds = Math.Min(entry.FirstNanoseconds, row.FirstNanoseconds);
            entry.LastNanoseconds = Math.Max(entry.LastNanoseconds, row.LastNanoseconds);
            if (_table.Count > maxOpenFlows)
                CloseSmallest();
        }
    }

    /// <summary>Closes everything. In the order of window, source, destination, ports, protocol; parts of a flow as they were closed.</summary>
    public IEnumerable<FlowTotals> Drain()
    {
        var (closed, open) = (_closed, _table);
        (_closed, _table) = ([], new(seed));
        return FlowOrder.Of(closed, open);
    }

    /// <summary>Closes the windows that start before a time (Unix seconds), in the order of <see cref="Drain()"/>; the others stay.</summary>
    public IEnumerable<FlowTotals> Drain(long before)
    {
        var leaving = _closed.FindAll(entry => entry.Key.Window < before);
        _closed.RemoveAll(entry => entry.Key.Window < before);
        _table.Move(entry => entry.Key.Window < before, leaving);
        return FlowOrder.Of(leaving, new(seed));
    }

    /// <summary>Takes the flows that were closed, in the order of <see cref="Drain()"/>; open ones stay.</summary>
    public IEnumerable<FlowTotals> DrainClosed()
    {
        var closed = _closed;
        _closed = [];
        return FlowOrder.Of(closed, new(seed));
    }

    // Windows that have passed go first, and whole: nothing is cut in two by that. Packets may come a window late.
    private bool ClosePassed()
    {
        var passed = 0;
        var latest = long.MinValue;
        for (var index = 0; index < _table.Count; index++)
            latest = Math.Max(latest, _table[index].Key.Window);
        var current = latest - intervalSeconds;
        for (var index = 0; index < _table.Count; index++)
            passed += _table[index].Key.Window < current ? 1 : 0;
        if (passed < _table.Count / ClosedAtOnce)
            return false;
        _table.Move(entry => entry.Key.Window < current, _closed);
        return true;
    }

    // Of flows of as few packets those leave that came first: they are the likeliest to be over.
    private void CloseSmallest()
    {
        if (intervalSeconds > 0 && ClosePassed())
            return;
        var leaving = Math.Max(1, _table.Count / ClosedAtOnce);
        var sizes = new long[_table.Count];
        for (var index = 0; index < sizes.Length; index++)
            sizes[index] = _table[index].Packets;
        Array.Sort(sizes);
        var limit = sizes[leaving - 1];
        var atLimit = leaving - Array.FindIndex(sizes, size => size == limit);
        _table.Move(entry => entry.Packets < limit || (entry.Packets == limit && atLimit-- > 0), _closed);
        ClosedEarly += leaving;
    }
}
