namespace FlowLog.Packets;

/// <summary>What a meter saw of its captures.</summary>
public sealed class MeterCounts
{
    private readonly long[] _notFlow = new long[Enum.GetValues<NotFlow>().Length];

    /// <summary>Packets that belong to a flow.</summary>
    public long Packets { get; internal set; }

    /// <summary>Their bytes, by the IP header.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Fragments whose first one was not seen before; they count under port 0.</summary>
    public long OrphanFragments { get; internal set; }

    /// <summary>Packets that belong to no flow.</summary>
    public long NotFlow(NotFlow reason) => _notFlow[(int)reason];

    /// <summary>All packets.</summary>
    public long Frames => Packets + _notFlow.Sum();

    internal void Add(MeterCounts other)
    {
        Packets += other.Packets;
        Bytes += other.Bytes;
        OrphanFragments += other.OrphanFragments;
        for (var reason = 0; reason < _notFlow.Length; reason++)
            _notFlow[reason] += other._notFlow[reason];
    }

    internal void Count(NotFlow reason) => _notFlow[(int)reason]++;

    internal void Clear()
    {
        (Packets, Bytes, OrphanFragments) = (0, 0, 0);
        Array.Clear(_notFlow);
    }
}
