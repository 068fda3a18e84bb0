using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>Which way a flow went, seen from an ENI.</summary>
public static class FlowDirection
{
    /// <summary>What neither comes from nor goes to the ENI came in if it is for many, such as multicast; else it is not known.</summary>
    /// <param name="own">The ENI's addresses.</param>
    public static Direction Of(in FiveTuple flow, IReadOnlySet<IpAddress> own)
    {
        if (own.Contains(flow.Source))
            return Direction.Out;
        return own.Contains(flow.Destination) || IsForMany(flow.Destination) ? Direction.In : Direction.None;
    }

    private static bool IsForMany(IpAddress address) => address.IsMulticast || (!address.IsIPv6 && address.Bits == uint.MaxValue);
}
