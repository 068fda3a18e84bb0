using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>Counts an ENI's packets to flows as its choice says, and what makes none by reason.</summary>
/// <param name="seed">Of the sampling.</param>
internal sealed class PacketCounting(PacketChoice choice, ulong seed)
{
    /// <summary>The reason of packets to multicast groups that are left out.</summary>
    public const string Multicast = "Multicast";

    /// <summary>The reason of packets for which others stand.</summary>
    public const string NotSampled = "NotSampled";

    private readonly FragmentTracker _fragments = new();
    private readonly PacketSampler _sampler = new(choice.SamplingRate, seed);

    /// <param name="number">What tells the packet from others of its capture.</param>
    /// <returns>Why the packet makes no flow; null if it does.</returns>
    public string? Add(ReadOnlySpan<byte> frame, int originalLength, LinkType linkType, long time, ulong number, FlowAggregator flows)
    {
        var reason = PacketDecoder.Decode(frame, originalLength, linkType, choice.InsideTunnels, out var packet);
        if (reason != NotFlow.None)
            return reason.ToString();
        _fragments.Follow(ref packet);
        if (!choice.Multicast && packet.Flow.Destination.IsMulticast)
            return Multicast;
        if (!choice.IsSampled)
            flows.Add(packet, time);
        else if (_sampler.Takes(number))
            flows.AddSampled(packet, time, choice.SamplingRate);
        else
            return NotSampled;
        return null;
    }
}
