using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>The packets of one flow in one window, added up.</summary>
/// <param name="WindowStart">Unix seconds, inclusive; 0 where one window holds everything.</param>
/// <param name="TcpFlags">The flag bytes of all packets, or-ed.</param>
/// <param name="FirstNanoseconds">Nanoseconds since 1970 of the earliest packet, not of the one that came first.</param>
/// <param name="LastNanoseconds">Nanoseconds since 1970 of the latest packet.</param>
/// <param name="Icmp">Messages of different type or code are different flows, as far as they were told apart.</param>
/// <param name="BytesVariance">The variance of <paramref name="Bytes"/> as an estimate; 0 where every packet was counted.</param>
public readonly record struct FlowTotals(
    long WindowStart,
    FiveTuple Flow,
    long Packets,
    long Bytes,
    byte TcpFlags,
    long FirstNanoseconds,
    long LastNanoseconds,
    IcmpMessage Icmp = default,
    float BytesVariance = 0);
