using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// Pools the rules of an ENI's security groups in the order of decision: the platform's block, access within a basic group,
/// the rules by ascending priority with drop before accept, isolation within a basic group, the default.
/// </summary>
internal sealed class RuleRanking(IReadOnlyList<SecurityGroup> groups, bool blockOutboundSmtp)
{
    public IReadOnlyList<RankedRule> Ingress() =>
    [
        .. Inner(InnerAccess.Accept, FlowAction.Accept, DefaultRules.InnerAccept),
        .. Rules(RuleDirection.Ingress),
        // Only incoming flows: one ingress rule is enough to let isolated members talk, since basic groups let all out.
        .. Inner(InnerAccess.Drop, FlowAction.Reject, DefaultRules.InnerDrop),
        Default(FlowAction.Reject, DefaultRules.IngressDrop),
    ];

    public IReadOnlyList<RankedRule> Egress() =>
    [
        .. Smtp(),
        .. Inner(InnerAccess.Accept, FlowAction.Accept, DefaultRules.InnerAccept),
        .. Rules(RuleDirection.Egress),
        groups.Any(group => group.Type == SecurityGroupType.Enterprise)
            ? Default(FlowAction.Reject, DefaultRules.EgressDrop)
            : Default(FlowAction.Accept, DefaultRules.EgressAccept),
    ];

    private IEnumerable<RankedRule> Rules(RuleDirection direction) => groups
        .SelectMany(group => group.Rules, (group, rule) => (Rule: rule, group.Version))
        .Where(pooled => pooled.Rule.Direction == direction)
        .OrderBy(pooled => pooled.Rule.Priority)
        .ThenBy(pooled => pooled.Rule.Policy == RulePolicy.Drop ? 0 : 1)
        .Select(pooled => Ranked(pooled.Rule, pooled.Version));

    private IEnumerable<RankedRule> Inner(InnerAccess access, FlowAction action, string id) => groups
        .Where(group => group.Type == SecurityGroupType.Normal && group.InnerAccess == access)
        .Select(group => Default(action, id) with { Peer = RulePeer.Group(group.Id) });

    private IEnumerable<RankedRule> Smtp() => blockOutboundSmtp
        ? [Default(FlowAction.Reject, DefaultRules.SmtpDrop) with { Protocol = RuleProtocol.Tcp, Ports = new PortRange(25, 25) }]
        : [];

    private static RankedRule Default(FlowAction action, string id) => new(new Verdict(action, id, 0));

    private static RankedRule Ranked(SecurityRule rule, int version)
    {
        var action = rule.Policy == RulePolicy.Accept ? FlowAction.Accept : FlowAction.Reject;
        return new RankedRule(new Verdict(action, rule.Id, version))
        {
            Protocol = rule.Protocol,
            Ports = rule.Ports,
            SourcePorts = rule.SourcePorts,
            Peer = rule.Peer.Effective,
            Own = rule.Own.Effective,
        };
    }
}
