namespace FlowLog.Network;

/// <summary>
/// All versions of what judges an ENI's traffic: its groups' rules, their members, the prefix lists, and which groups it is in. The
/// policy of a time is compiled when it is first asked for and kept, so equal combinations are one object. Safe for several threads.
/// </summary>
public sealed class SecurityGroupHistory
{
    private readonly SecurityGroup[][] _groups;
    private readonly MemberHistory _members;
    private readonly IReadOnlyList<Dated<PrefixList>> _lists;
    private readonly IReadOnlyList<Dated<IReadOnlyList<string>>> _own;
    private readonly long[] _changes;
    private readonly Lazy<AccessPolicy>[] _policies;

    /// <param name="versions">In any order. Groups keep the order in which they first come.</param>
    /// <param name="prefixLists">Lists that rules may name, at most one of an id at a time.</param>
    /// <param name="own">The groups that the ENI was in; null if always in all that have a version.</param>
    public SecurityGroupHistory(
        IEnumerable<SecurityGroup> versions,
        MemberHistory members,
        IReadOnlyList<Dated<PrefixList>> prefixLists,
        IReadOnlyList<Dated<IReadOnlyList<string>>>? own = null,
        bool blockOutboundSmtp = false)
    {
        _groups = [.. versions.GroupBy(version => version.Id).Select(InOrder)];
        (_members, _lists, _own) = (members, prefixLists, own ?? [new([.. _groups.Select(group => group[0].Id)])]);
        _changes = [.. Changes().Where(time => time is not (long.MinValue or long.MaxValue)).Distinct().Order()];
        _policies = [.. _changes.Prepend(long.MinValue).Select(time => new Lazy<AccessPolicy>(() => Compile(time, blockOutboundSmtp)))];
    }

    /// <summary>
    /// The policy in force: of each group's versions the latest that took effect at or before the time, and before the first one the
    /// first; members and prefix lists as they were at the time.
    /// </summary>
    public AccessPolicy At(long unixMilliseconds)
    {
        var found = Array.BinarySearch(_changes, unixMilliseconds);
        return _policies[found >= 0 ? found + 1 : ~found].Value;
    }

    private IEnumerable<long> Changes() =>
    [
        .. _groups.SelectMany(group => group.Skip(1)).Select(version => version.EffectiveFrom),
        .. _members.Changes,
        .. _lists.SelectMany(list => new[] { list.From, list.Until }),
        .. _own.SelectMany(own => new[] { own.From, own.Until }),
    ];

    private AccessPolicy Compile(long time, bool blockOutboundSmtp)
    {
        var own = _own.Where(own => own.HoldsAt(time)).SelectMany(own => own.Value).ToHashSet();
        var lists = _lists.Where(list => list.HoldsAt(time)).Select(list => list.Value);
        return new(InForce(own, time), group => _members.At(group, time), lists, blockOutboundSmtp);
    }

    private SecurityGroup[] InForce(HashSet<string> own, long time) =>
        [.. _groups.Where(group => own.Contains(group[0].Id)).Select(group => group.LastOrDefault(version => version.EffectiveFrom <= time) ?? group[0])];

    /// <summary>One version for each time: of several that took effect at once only the last was ever in force.</summary>
    private static SecurityGroup[] InOrder(IEnumerable<SecurityGroup> versions) =>
        [.. versions.GroupBy(version => version.EffectiveFrom).OrderBy(at => at.Key).Select(at => at.MaxBy(version => version.Version)!)];
}
