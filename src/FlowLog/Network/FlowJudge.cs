using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Network;

/// <summary>Direction and verdict of an ENI's flows, by the rules in force when each began.</summary>
/// <param name="own">The ENI's addresses.</param>
/// <param name="sessions">The ENI's sessions, kept from step to step, with <see cref="LatenessNs"/>.</param>
public sealed class FlowJudge(SecurityGroupHistory groups, IReadOnlySet<IpAddress> own, SessionTable sessions)
{
    /// <summary>What the table of sessions must allow for: refused flows wait for requests of their window that begin after them.</summary>
    public const long LatenessNs = SessionTable.IdleNs;

    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>
    /// Judges window by window. Flows that the rules allow open their sessions first, whichever came first in the window: an answer
    /// can come before the next request when the window begins in the middle of a conversation.
    /// </summary>
    /// <param name="flows">In any order.</param>
    /// <returns>In that order.</returns>
    public IReadOnlyList<JudgedFlow> Judge(IReadOnlyList<FlowTotals> flows)
    {
        var judged = new JudgedFlow[flows.Count];
        var refused = new Queue<int>();
        var window = long.MinValue;
        foreach (var i in Enumerable.Range(0, flows.Count).OrderBy(i => flows[i].WindowStart).ThenBy(i => flows[i].FirstNanoseconds))
        {
            // No later request counts for what came so long before: in a window without end the others need not wait.
            while (refused.TryPeek(out var first) && (flows[i].WindowStart != window || IsLongBefore(flows[first], flows[i])))
                judged[refused.Dequeue()] = WithSessions(flows[first]);
            window = flows[i].WindowStart;
            judged[i] = new(flows[i], FlowDirection.Of(flows[i].Flow, own), Verdict.None);
            if (judged[i].Direction == Direction.None)
                continue;
            if (PolicyOf(flows[i]).Judge(flows[i].Flow, judged[i].Direction).Action == FlowAction.Accept)
                judged[i] = WithSessions(flows[i]);
            else
                refused.Enqueue(i);
        }

        foreach (var i in refused)
            judged[i] = WithSessions(flows[i]);
        return judged;
    }

    private static bool IsLongBefore(in FlowTotals flow, in FlowTotals later) =>
        later.FirstNanoseconds - flow.FirstNanoseconds > LatenessNs;

    private JudgedFlow WithSessions(in FlowTotals flow)
    {
        var direction = FlowDirection.Of(flow.Flow, own);
        return new(flow, direction, sessions.Judge(PolicyOf(flow), flow.Flow, direction, flow.FirstNanoseconds, flow.LastNanoseconds));
    }

    private AccessPolicy PolicyOf(in FlowTotals flow) => groups.At(flow.FirstNanoseconds / NanosecondsPerMillisecond);
}
