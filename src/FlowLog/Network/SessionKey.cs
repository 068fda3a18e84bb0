using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>A conversation of an ENI, the same for both of its directions: the five-tuple as it leaves the ENI, packed.</summary>
internal readonly record struct SessionKey(ulong SourceHigh, ulong SourceLow, ulong DestinationHigh, ulong DestinationLow, ulong Rest)
{
    /// <param name="direction">In or out.</param>
    public static SessionKey Of(in FiveTuple flow, Direction direction)
    {
        var (source, destination) = (flow.Source, flow.Destination);
        ulong ports = ((ulong)flow.SourcePort << 16) | flow.DestinationPort;
        if (direction == Direction.In)
        {
            (source, destination) = (destination, source);
            ports = ((ulong)flow.DestinationPort << 16) | flow.SourcePort;
        }
        var rest = ports | ((ulong)flow.Protocol << 32) | (source.IsIPv6 ? 1UL << 40 : 0) | (destination.IsIPv6 ? 1UL << 41 : 0);
        return new SessionKey(High(source), (ulong)source.Bits, High(destination), (ulong)destination.Bits, rest);
    }

    /// <summary>Seeded by the process, so that nobody can send flows that all fall into one bucket.</summary>
    public override int GetHashCode() => HashCode.Combine(SourceHigh, SourceLow, DestinationHigh, DestinationLow, Rest);

    public bool Equals(SessionKey other) =>
        Rest == other.Rest && SourceLow == other.SourceLow && DestinationLow == other.DestinationLow
        && SourceHigh == other.SourceHigh && DestinationHigh == other.DestinationHigh;

    private static ulong High(IpAddress address) => (ulong)(address.Bits >> 64);
}
