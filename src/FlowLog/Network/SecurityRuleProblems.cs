namespace FlowLog.Network;

/// <summary>
/// What keeps a rule from being consistent in itself. Whether the groups and prefix lists that it names exist is asked elsewhere.
/// </summary>
public static class SecurityRuleProblems
{
    public const int MinPriority = 1;
    public const int MaxPriority = 100;

    /// <summary>Characters.</summary>
    public const int MaxDescriptionLength = 512;

    /// <summary>All problems at once; empty for a rule that may be added to a group of this type.</summary>
    public static IReadOnlyList<RuleProblem> Of(SecurityRule rule, SecurityGroupType type = SecurityGroupType.Normal) =>
    [
        .. OfPorts(rule),
        .. OfPeer(rule, type),
        .. OfFamily("source", rule, rule.Source),
        .. OfFamily("destination", rule, rule.Destination),
        .. OfMixedFamilies(rule),
        .. OfBounds(rule),
    ];

    private static IEnumerable<RuleProblem> OfPorts(SecurityRule rule)
    {
        var (protocol, ports, source) = (rule.Protocol, rule.Ports, rule.SourcePorts);
        if (protocol.NeedsPorts && !ports.IsPorts)
            yield return new("ports", "OperationDenied", $"{protocol} takes ports from 1 to 65535 in order, such as 22/22; {ports} is not.");
        else if (protocol.HasPorts && !ports.IsAny && !ports.IsPorts)
            yield return new("ports", "OperationDenied", $"Protocol {protocol} takes -1/-1 or ports from 1 to 65535 in order; {ports} is neither.");
        else if (!protocol.HasPorts && !ports.IsAny)
            yield return new("ports", "OperationDenied", $"{protocol} has no ports: the range must be -1/-1, not {ports}.");
        if (!source.IsAny && !(protocol.HasPorts && source.IsPorts))
        {
            yield return new("sourcePorts", "InvalidSourcePortRange.Malformed", protocol.HasPorts
                ? $"Source ports are -1/-1 or from 1 to 65535 in order; {source} is neither."
                : $"{protocol} has no ports: the range must be -1/-1, not {source}.");
        }
    }

    private static IEnumerable<RuleProblem> OfPeer(SecurityRule rule, SecurityGroupType type)
    {
        var ingress = rule.Direction == RuleDirection.Ingress;
        var field = ingress ? "source" : "destination";
        if (rule.Peer.IsAny)
            yield return new(field, ingress ? "MissingParameter.Source" : "MissingParameter", $"A CIDR block, a group or a prefix list must be given as {field}.");
        if (type == SecurityGroupType.Enterprise && rule.Peer.Effective.GroupId is not null)
            yield return new(field, "InvalidSourceGroupId.Mismatch", "Rules of an advanced security group cannot refer to a group.");
    }

    private static IEnumerable<RuleProblem> OfFamily(string field, SecurityRule rule, RulePeer peer)
    {
        if (peer.Cidr is not { } cidr)
            yield break;
        if (rule.Protocol == RuleProtocol.Icmp && cidr.Network.IsIPv6)
            yield return new(field, "InvalidParam.Ipv4ProtocolConflictWithIpv6Address", "icmp is the ICMP of IPv4; for an IPv6 block use icmpv6.");
        if (rule.Protocol == RuleProtocol.Icmpv6 && !cidr.Network.IsIPv6)
            yield return new(field, "InvalidParam.Ipv6ProtocolConflictWithIpv4Address", "icmpv6 is the ICMP of IPv6; for an IPv4 block use icmp.");
    }

    private static IEnumerable<RuleProblem> OfMixedFamilies(SecurityRule rule)
    {
        if (rule.Source.Cidr is not { } source || rule.Destination.Cidr is not { } destination)
            yield break;
        if (source.Network.IsIPv6 == destination.Network.IsIPv6)
            yield break;
        var ingress = rule.Direction == RuleDirection.Ingress;
        yield return new(
            ingress ? "destination" : "source",
            ingress ? "InvalidParam.DestIp" : "InvalidParam.SourceIp",
            $"Source {source} and destination {destination} must both be IPv4 or both IPv6.");
    }

    private static IEnumerable<RuleProblem> OfBounds(SecurityRule rule)
    {
        if (rule.Priority is < MinPriority or > MaxPriority)
            yield return new("priority", "InvalidPriority.ValueNotSupported", $"Priority is {MinPriority} to {MaxPriority}, not {rule.Priority}.");
        // The code is misspelt in the API.
        if (rule.Description.Length > MaxDescriptionLength)
            yield return new("description", "InvalidSecurityGroupDiscription.Malformed", $"A description has at most {MaxDescriptionLength} characters.");
    }
}
