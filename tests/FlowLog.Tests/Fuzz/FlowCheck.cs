using FlowLog.Packets;

namespace FlowLog.Tests.Fuzz;

/// <summary>The way of a packet from frame to flow, with what must hold on it.</summary>
internal sealed class FlowCheck(int intervalSeconds)
{
    private const int MaxOpenFlows = 300;

    private readonly FragmentTracker _fragments = new(capacity: 50);
    private readonly FlowAggregator _flows = new(intervalSeconds, MaxOpenFlows);
    private long _packets;
    private long _bytes;

    public void Add(ReadOnlySpan<byte> frame, int originalLength, LinkType linkType, long timeNanoseconds)
    {
        if (PacketDecoder.Decode(frame, originalLength, linkType, out var packet) != NotFlow.None)
            return;
        Assert.InRange(packet.Bytes, 20, uint.MaxValue + 40L);
        Assert.Equal(packet.Flow.Source.IsIPv6, packet.Flow.Destination.IsIPv6);
        _fragments.Follow(ref packet);
        Assert.InRange(_fragments.Count, 0, 50);
        _flows.Add(packet, timeNanoseconds);
        Assert.InRange(_flows.OpenFlows, 0, MaxOpenFlows);
        _packets++;
        _bytes += packet.Bytes;
    }

    /// <summary>No packet and no byte may be lost or made up on the way.</summary>
    public void Finish()
    {
        foreach (var flow in _flows.Drain())
        {
            _packets -= flow.Packets;
            _bytes -= flow.Bytes;
            Assert.True(flow.FirstNanoseconds <= flow.LastNanoseconds);
        }

        Assert.Equal((0, 0), (_packets, _bytes));
    }
}
