using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// Statefulness of the security groups of one ENI: what the rules let pass opens a session, and the packets of a session pass
/// both ways. Not safe for several threads. The same flows in the same order get the same verdicts.
/// </summary>
/// <remarks>
/// A session is known by its five-tuple alone. Two ICMP echoes between the same hosts are one session, whoever asks; an ICMP
/// error about a session is a flow of its own and needs a rule.
/// </remarks>
public sealed class SessionTable
{
    public const int DefaultCapacity = 1_000_000;

    /// <summary>Nanoseconds after its last packet for which a session is kept: 910 s, as Alibaba Cloud keeps it.</summary>
    public const long IdleNs = 910_000_000_000;

    private readonly SessionSlots _sessions;
    private readonly long _latenessNs;

    /// <param name="capacity">Sessions kept at once, at least 1; past it the one that was not seen for longest goes.</param>
    /// <param name="latenessNs">By how much a flow may begin before the one that was judged before it; sessions are kept so much longer.</param>
    public SessionTable(int capacity = DefaultCapacity, long latenessNs = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _sessions = new SessionSlots(capacity);
        _latenessNs = latenessNs;
    }

    public int Count => _sessions.Count;

    /// <summary>Sessions that had to go for want of room while they may still have been alive; a reply to one needs a rule.</summary>
    public long Evicted { get; private set; }

    /// <summary>
    /// The verdict on the ENI's next flow. Flows come in the order of their first packet. A flow of a live session passes with
    /// the rule that let the session pass, in both directions; any other is decided by the rules.
    /// </summary>
    /// <param name="policy">
    /// The policy in force at the flow's first packet. Under another one than before, a session goes on when its opening flow
    /// would still pass, from then on by the rule that lets it pass now; else it ends, and the flow is judged by itself.
    /// </param>
    /// <param name="firstNs">Unix nanoseconds of the first packet.</param>
    /// <param name="lastNs">Unix nanoseconds of the last packet.</param>
    public Verdict Judge(AccessPolicy policy, in FiveTuple flow, Direction direction, long firstNs, long lastNs)
    {
        if (direction is not (Direction.In or Direction.Out))
            return Verdict.None;
        DropIdle(firstNs - _latenessNs);
        var key = SessionKey.Of(flow, direction);
        var slot = _sessions.Find(key);
        if (slot >= 0)
        {
            ref var session = ref _sessions[slot];
            if (!IsIdle(session, firstNs) && Holds(ref session, policy, flow, direction))
            {
                session.LastNs = Math.Max(session.LastNs, lastNs);
                _sessions.Touch(slot);
                return session.Verdict;
            }
            _sessions.Remove(slot);
        }
        var verdict = policy.Judge(flow, direction);
        if (verdict.Action == FlowAction.Accept)
            Open(new Session { Key = key, Opener = direction, Policy = policy, Verdict = verdict, LastNs = lastNs });
        return verdict;
    }

    private static bool IsIdle(in Session session, long nowNs) => nowNs - session.LastNs > IdleNs;

    private static bool Holds(ref Session session, AccessPolicy policy, in FiveTuple flow, Direction direction)
    {
        if (ReferenceEquals(session.Policy, policy))
            return true;
        var verdict = policy.Judge(direction == session.Opener ? flow : flow.Reversed, session.Opener);
        if (verdict.Action != FlowAction.Accept)
            return false;
        session.Policy = policy;
        session.Verdict = verdict;
        return true;
    }

    private void Open(in Session session)
    {
        if (_sessions.IsFull)
        {
            _sessions.Remove(_sessions.Oldest);
            Evicted++;
        }
        _sessions.Add(session);
    }

    private void DropIdle(long nowNs)
    {
        while (_sessions.Oldest >= 0 && IsIdle(_sessions[_sessions.Oldest], nowNs))
            _sessions.Remove(_sessions.Oldest);
    }
}
