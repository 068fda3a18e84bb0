namespace FlowLog.Network;

/// <summary>
/// One rule of a security group, as AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress take it. It is consistent when
/// <see cref="SecurityRuleProblems"/> finds nothing.
/// </summary>
public sealed record SecurityRule
{
    public required string Id { get; init; }

    public required RuleDirection Direction { get; init; }

    public required RuleProtocol Protocol { get; init; }

    /// <summary>Destination ports, in both directions.</summary>
    public PortRange Ports { get; init; } = PortRange.Any;

    /// <summary>Source ports, which only five-tuple rules name.</summary>
    public PortRange SourcePorts { get; init; } = PortRange.Any;

    /// <summary>The peer of an ingress rule; the ENI's own side of an egress rule, which only five-tuple rules name.</summary>
    public RulePeer Source { get; init; }

    /// <summary>The peer of an egress rule; the ENI's own side of an ingress rule, which only five-tuple rules name.</summary>
    public RulePeer Destination { get; init; }

    public RulePolicy Policy { get; init; }

    /// <summary>1 to 100; the smaller number counts first.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>Empty, or 1 to 512 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>The side that is not the ENI.</summary>
    internal RulePeer Peer => Direction == RuleDirection.Ingress ? Source : Destination;

    /// <summary>The ENI's own side.</summary>
    internal RulePeer Own => Direction == RuleDirection.Ingress ? Destination : Source;

    /// <summary>Whether this says what the other says, under whatever id and description: adding it again adds nothing.</summary>
    public bool Repeats(SecurityRule other) => Canonical(this) == Canonical(other);

    private static SecurityRule Canonical(SecurityRule rule) =>
        rule with { Id = "", Description = "", Source = rule.Source.Effective, Destination = rule.Destination.Effective };
}
