using System.Numerics;
using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>Window and five-tuple in six words, so that hashing and comparing are a few instructions.</summary>
/// <param name="Rest">
/// ICMP type and code, source port, destination port, protocol, and 8 flags, from the highest bit down. Flags: 1 and 2 for IPv6 of
/// source and destination, 4 if there is an ICMP type.
/// </param>
internal readonly record struct FlowKey(
    ulong SourceHigh, ulong SourceLow, ulong DestinationHigh, ulong DestinationLow, ulong Rest, long Window)
    : IComparable<FlowKey>
{
    public static FlowKey Of(in FiveTuple flow, IcmpMessage icmp, long window) => new(
        (ulong)(flow.Source.Bits >> 64),
        (ulong)flow.Source.Bits,
        (ulong)(flow.Destination.Bits >> 64),
        (ulong)flow.Destination.Bits,
        RestOf(flow.SourcePort, flow.DestinationPort, flow.Protocol, flow.Source.IsIPv6, flow.Destination.IsIPv6, icmp),
        window);

    public FiveTuple Flow => new(
        new(new(SourceHigh, SourceLow), (Rest & 1) != 0),
        new(new(DestinationHigh, DestinationLow), (Rest & 2) != 0),
        (ushort)(Rest >> 32), (ushort)(Rest >> 16), (byte)(Rest >> 8));

    public static FlowKey Of(in DecodedPacket packet, IcmpMessage icmp, long window) => new(
        (ulong)(packet.Source.Bits >> 64),
        (ulong)packet.Source.Bits,
        (ulong)(packet.Destination.Bits >> 64),
        (ulong)packet.Destination.Bits,
        RestOf(packet.SourcePort, packet.DestinationPort, packet.Protocol, packet.Source.IsIPv6, packet.Destination.IsIPv6, icmp),
        window);

    public IcmpMessage Icmp => (Rest & 4) != 0 ? new((int)(Rest >> 48) + 1) : default;

    /// <summary>Orders flows of one window as far as 64 bits can: two that differ in it stand in its order.</summary>
    public ulong Prefix => (Rest & 1) != 0
        ? (1UL << 63) | (SourceHigh >> 1)
        : (SourceLow << 31) | ((Rest & 2) != 0 ? uint.MaxValue >> 1 : DestinationLow >> 1);

    /// <summary>Equality without copies of either.</summary>
    public static bool Same(in FlowKey a, in FlowKey b) =>
        a.SourceLow == b.SourceLow && a.DestinationLow == b.DestinationLow && a.Rest == b.Rest && a.Window == b.Window
        && a.SourceHigh == b.SourceHigh && a.DestinationHigh == b.DestinationHigh;

    /// <param name="seed">Keeps those who choose addresses and ports from choosing collisions.</param>
    public uint Hash(ulong seed)
    {
        var source = Fold(SourceLow ^ seed, Rest ^ 0x9E3779B97F4A7C15);
        var destination = Fold(DestinationLow ^ 0xD6E8FEB86659FD93, source ^ (ulong)Window);
        var high = SourceHigh | DestinationHigh;
        if (high != 0)
            destination ^= Fold(SourceHigh ^ seed ^ 0xA0761D6478BD642F, DestinationHigh ^ source);
        return (uint)(destination ^ (destination >> 32));
    }

    /// <summary>By window, source, destination, source port, destination port, protocol, ICMP type and code; IPv4 before IPv6.</summary>
    public int CompareTo(FlowKey other)
    {
        if (Window != other.Window)
            return Window.CompareTo(other.Window);
        if ((Rest & 1) != (other.Rest & 1))
            return (Rest & 1).CompareTo(other.Rest & 1);
        if (SourceHigh != other.SourceHigh)
            return SourceHigh.CompareTo(other.SourceHigh);
        if (SourceLow != other.SourceLow)
            return SourceLow.CompareTo(other.SourceLow);
        if ((Rest & 2) != (other.Rest & 2))
            return (Rest & 2).CompareTo(other.Rest & 2);
        if (DestinationHigh != other.DestinationHigh)
            return DestinationHigh.CompareTo(other.DestinationHigh);
        return DestinationLow != other.DestinationLow
            ? DestinationLow.CompareTo(other.DestinationLow)
            : BitOperations.RotateLeft(Rest, 16).CompareTo(BitOperations.RotateLeft(other.Rest, 16));
    }

    private static ulong RestOf(ushort source, ushort destination, byte protocol, bool isSourceIPv6, bool isDestinationIPv6, IcmpMessage icmp) =>
        ((ulong)source << 32) | ((ulong)destination << 16) | ((ulong)protocol << 8)
            | (isSourceIPv6 ? 1UL : 0) | (isDestinationIPv6 ? 2UL : 0)
            | (icmp.IsKnown ? ((ulong)(icmp.Number - 1) << 48) | 4 : 0);

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
