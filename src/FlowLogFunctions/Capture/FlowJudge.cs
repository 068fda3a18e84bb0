using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>Direction and verdict of an ENI's flows, by the rules in force when each began.</summary>
/// <param name="own">The ENI's addresses.</param>
/// <param name="sessions">The ENI's sessions, kept from step to step.</param>
internal sealed class FlowJudge(SecurityGroupHistory groups, IReadOnlySet<IpAddress> own, SessionTable sessions)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>
    /// Flows that the rules allow open their sessions first, whichever came first in the window: an answer can come before the next
    /// request when the window begins in the middle of a conversation.
    /// </summary>
    public IReadOnlyList<(FlowTotals Flow, Direction Direction, Verdict Verdict)> Judge(IReadOnlyList<FlowTotals> flows)
    {
        var judged = new (FlowTotals Flow, Direction Direction, Verdict Verdict)[flows.Count];
        var refused = new List<int>();
        foreach (var i in Enumerable.Range(0, flows.Count).OrderBy(i => flows[i].FirstNanoseconds))
        {
            judged[i] = (flows[i], DirectionOf(flows[i].Flow), Verdict.None);
            if (judged[i].Direction == Direction.None)
                continue;
            if (PolicyOf(flows[i]).Judge(flows[i].Flow, judged[i].Direction).Action == FlowAction.Accept)
                judged[i].Verdict = WithSessions(flows[i], judged[i].Direction);
            else
                refused.Add(i);
        }

        foreach (var i in refused)
            judged[i].Verdict = WithSessions(flows[i], judged[i].Direction);
        return judged;
    }

    private Verdict WithSessions(in FlowTotals flow, Direction direction) =>
        sessions.Judge(PolicyOf(flow), flow.Flow, direction, flow.FirstNanoseconds, flow.LastNanoseconds);

    private AccessPolicy PolicyOf(in FlowTotals flow) => groups.At(flow.FirstNanoseconds / NanosecondsPerMillisecond);

    /// <summary>What neither comes from nor goes to the ENI came in if it is for many, such as multicast; else it is not known.</summary>
    private Direction DirectionOf(in FiveTuple flow)
    {
        if (own.Contains(flow.Source))
            return Direction.Out;
        return own.Contains(flow.Destination) || IsForMany(flow.Destination) ? Direction.In : Direction.None;
    }

    private static bool IsForMany(IpAddress address) => address.IsIPv6
        ? (address.Bits >> 120) == 0xFF
        : (address.Bits >> 28) == 0xE || address.Bits == uint.MaxValue;
}
