using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>
/// Gives fragments the flow of their datagram: remembers the flows of first fragments, and what comes later of the same source,
/// destination, identification and protocol gets their ports. Fragments that come before their first one keep port 0.
/// </summary>
/// <param name="capacity">Datagrams to remember; then the one that came first is forgotten.</param>
public sealed class FragmentTracker(int capacity = 65_536)
{
    private readonly Dictionary<Datagram, FiveTuple> _flows = [];
    private readonly Queue<Datagram> _order = new();

    /// <summary>Datagrams remembered.</summary>
    public int Count => _flows.Count;

    /// <summary>Later fragments whose first one was not known.</summary>
    public long Orphans { get; private set; }

    /// <summary>Remembers a first fragment, completes a later one, and leaves whole packets as they are.</summary>
    public void Follow(ref DecodedPacket packet)
    {
        if (packet.Fragment == FragmentPlace.Whole)
            return;
        var flow = packet.Flow;
        var datagram = new Datagram(flow.Source, flow.Destination, packet.FragmentId, packet.FragmentProtocol);
        if (packet.Fragment == FragmentPlace.First)
            Remember(datagram, flow);
        else if (_flows.TryGetValue(datagram, out var first))
            packet.Flow = first;
        else
            Orphans++;
    }

    private void Remember(Datagram datagram, FiveTuple flow)
    {
        if (!_flows.TryAdd(datagram, flow))
        {
            _flows[datagram] = flow;
            return;
        }

        _order.Enqueue(datagram);
        if (_order.Count > capacity)
            _flows.Remove(_order.Dequeue());
    }

    private readonly record struct Datagram(IpAddress Source, IpAddress Destination, uint Id, byte Protocol);
}
