using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Finds out whether this host may capture an interface, before an ENI is bound to it.</summary>
internal static class InterfaceProbe
{
    private static readonly RingSize Smallest = new(2, 64 * 1024);

    /// <summary>Why the source cannot be captured here; null if it can, or will when its interface is up, or is no interface.</summary>
    public static Refusal? Check(TrafficSource? source)
    {
        if (source?.Interface is not { } name)
            return null;
        using var ring = PacketRing.Open(name, Smallest, out var problem);
        return problem is null or { MayPass: true }
            ? null
            : Refusal.Conflict("InterfaceNotCapturable", $"It cannot be captured: {problem.Reason}. What would be right: {problem.Remedy}.");
    }
}
