using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// All versions of an ENI's security groups. The policy of a time is compiled when it is first asked for and kept, so equal
/// combinations of versions are one object. Safe for several threads.
/// </summary>
public sealed class SecurityGroupHistory
{
    private readonly long[] _changes;
    private readonly Lazy<AccessPolicy>[] _policies;

    /// <param name="versions">In any order. Groups keep the order in which they first come.</param>
    /// <param name="members">As in <see cref="AccessPolicy"/>; asked when a policy is compiled.</param>
    public SecurityGroupHistory(
        IEnumerable<SecurityGroup> versions,
        Func<string, IReadOnlyCollection<IpAddress>> members,
        IEnumerable<PrefixList> prefixLists,
        bool blockOutboundSmtp = false)
    {
        PrefixList[] lists = [.. prefixLists];
        SecurityGroup[][] groups = [.. versions.GroupBy(version => version.Id).Select(InOrder)];
        _changes = [.. groups.SelectMany(group => group.Skip(1)).Select(version => version.EffectiveFrom).Distinct().Order()];
        _policies = [.. _changes.Prepend(long.MinValue).Select(time =>
            new Lazy<AccessPolicy>(() => new AccessPolicy(InForce(groups, time), members, lists, blockOutboundSmtp)))];
    }

    /// <summary>
    /// The policy of the versions in force: of each group the latest that took effect at or before the time, and before the
    /// first one the first.
    /// </summary>
    public AccessPolicy At(long unixMilliseconds)
    {
        var found = Array.BinarySearch(_changes, unixMilliseconds);
        return _policies[found >= 0 ? found + 1 : ~found].Value;
    }

    /// <summary>One version for each time: of several that took effect at once only the last was ever in force.</summary>
    private static SecurityGroup[] InOrder(IEnumerable<SecurityGroup> versions) =>
        [.. versions.GroupBy(version => version.EffectiveFrom).OrderBy(at => at.Key).Select(at => at.MaxBy(version => version.Version)!)];

    private static SecurityGroup[] InForce(SecurityGroup[][] groups, long time) =>
        [.. groups.Select(group => group.LastOrDefault(version => version.EffectiveFrom <= time) ?? group[0])];
}
