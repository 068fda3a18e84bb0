using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>A conversation that the rules let pass, and its place in <see cref="SessionSlots"/>.</summary>
internal struct Session
{
    public SessionKey Key;

    /// <summary>The direction whose rules let it pass.</summary>
    public Direction Opener;

    /// <summary>The last policy that let it pass, and its verdict.</summary>
    public AccessPolicy Policy;
    public Verdict Verdict;

    /// <summary>Unix nanoseconds of the last packet either way.</summary>
    public long LastNs;

    /// <summary>Slots, or -1: the next in the bucket, and the neighbours by the order in which sessions were last seen.</summary>
    public int Next;
    public int Older;
    public int Newer;
}
