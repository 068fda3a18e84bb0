using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// The security groups of one ENI at one time, compiled to judge flows one by one, without memory of sessions
/// (<see cref="SessionTable"/> adds that). Immutable; any number of threads may judge.
/// </summary>
public sealed class AccessPolicy
{
    private readonly RuleTable? _ingress;
    private readonly RuleTable? _egress;

    /// <param name="groups">The versions in force, all of one type; if they are mixed, the stricter default holds.</param>
    /// <param name="members">Private addresses of a group's members; none for a group that is not known.</param>
    /// <param name="prefixLists">Lists that rules may name; a rule that names another matches nothing.</param>
    /// <param name="blockOutboundSmtp">Whether the platform blocks outgoing TCP port 25, as Alibaba Cloud does unless asked.</param>
    public AccessPolicy(
        IReadOnlyList<SecurityGroup> groups,
        Func<string, IReadOnlyCollection<IpAddress>> members,
        IEnumerable<PrefixList> prefixLists,
        bool blockOutboundSmtp = false)
    {
        if (groups.Count == 0)
            return;
        var entries = prefixLists.ToDictionary(list => list.Id, list => list.Entries);
        var ranking = new RuleRanking(groups, blockOutboundSmtp);
        _ingress = new RuleTable(ranking.Ingress(), Blocks);
        _egress = new RuleTable(ranking.Egress(), Blocks);

        IEnumerable<Cidr> Blocks(RulePeer peer)
        {
            if (peer.Cidr is { } cidr)
                return [cidr];
            if (peer.GroupId is { } group)
                return members(group).Select(address => new Cidr(address, address.IsIPv6 ? 128 : 32));
            return entries.GetValueOrDefault(peer.PrefixListId ?? "", []);
        }
    }

    /// <summary>The verdict on a flow by itself: the rules' or the default's; none for an ENI without groups.</summary>
    /// <param name="direction">As seen from the ENI.</param>
    public Verdict Judge(in FiveTuple flow, Direction direction) => direction switch
    {
        Direction.In when _ingress is not null => _ingress.Judge(flow, flow.Source, flow.Destination),
        Direction.Out when _egress is not null => _egress.Judge(flow, flow.Destination, flow.Source),
        _ => Verdict.None,
    };
}
