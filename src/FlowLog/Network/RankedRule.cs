namespace FlowLog.Network;

/// <summary>A rule, or a default in the shape of a rule, at its place in the order of decision.</summary>
internal sealed record RankedRule(Verdict Verdict)
{
    public RuleProtocol Protocol { get; init; }

    public PortRange Ports { get; init; } = PortRange.Any;

    public PortRange SourcePorts { get; init; } = PortRange.Any;

    /// <summary>The side that is not the ENI.</summary>
    public RulePeer Peer { get; init; }

    /// <summary>The ENI's side.</summary>
    public RulePeer Own { get; init; }
}
