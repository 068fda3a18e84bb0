using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

/// <summary>The evaluation of security groups as one would tell it, rule by rule and bit by bit.</summary>
internal sealed class ReferencePolicy(RandomNetwork network)
{
    private readonly int[] _priorities = [.. network.Groups.SelectMany(group => group.Rules).Select(rule => rule.Priority).Distinct().Order()];

    public Verdict Judge(FiveTuple flow, Direction direction)
    {
        var incoming = direction == Direction.In;
        var peer = incoming ? flow.Source : flow.Destination;
        if (network.Groups.Count == 0)
            return new Verdict(FlowAction.None, "", 0);
        if (network.BlockOutboundSmtp && !incoming && flow.Protocol == 6 && flow.DestinationPort == 25)
            return new Verdict(FlowAction.Reject, "platform-smtp-drop", 0);
        if (IsFellow(peer, InnerAccess.Accept))
            return new Verdict(FlowAction.Accept, "inner-access-accept", 0);
        if (ByRule(flow, incoming ? RuleDirection.Ingress : RuleDirection.Egress) is { } verdict)
            return verdict;
        if (!incoming)
        {
            return network.Groups[0].Type == SecurityGroupType.Normal
                ? new Verdict(FlowAction.Accept, "default-egress-accept", 0)
                : new Verdict(FlowAction.Reject, "default-egress-drop", 0);
        }
        return new Verdict(FlowAction.Reject, IsFellow(peer, InnerAccess.Drop) ? "inner-access-drop" : "default-ingress-drop", 0);
    }

    private bool IsFellow(IpAddress peer, InnerAccess access)
    {
        foreach (var group in network.Groups)
        {
            if (group.Type == SecurityGroupType.Normal && group.InnerAccess == access && network.Members(group.Id).Contains(peer))
                return true;
        }
        return false;
    }

    private Verdict? ByRule(FiveTuple flow, RuleDirection direction)
    {
        foreach (var priority in _priorities)
        {
            foreach (var policy in new[] { RulePolicy.Drop, RulePolicy.Accept })
            {
                foreach (var group in network.Groups)
                {
                    foreach (var rule in group.Rules)
                    {
                        if (rule.Direction == direction && rule.Priority == priority && rule.Policy == policy && Matches(rule, flow))
                            return new Verdict(policy == RulePolicy.Drop ? FlowAction.Reject : FlowAction.Accept, rule.Id, group.Version);
                    }
                }
            }
        }
        return null;
    }

    private bool Matches(SecurityRule rule, FiveTuple flow) =>
        IsProtocol(rule.Protocol.ToString(), flow)
        && IsPort(rule.Ports, flow.DestinationPort)
        && IsPort(rule.SourcePorts, flow.SourcePort)
        && IsPeer(rule.Source, flow.Source)
        && IsPeer(rule.Destination, flow.Destination);

    private static bool IsProtocol(string name, FiveTuple flow) => name switch
    {
        "all" => true,
        "tcp" => flow.Protocol == 6,
        "udp" => flow.Protocol == 17,
        "gre" => flow.Protocol == 47,
        "icmp" => flow.Protocol == 1 && !flow.Source.IsIPv6,
        "icmpv6" => flow.Protocol == 58 && flow.Source.IsIPv6,
        _ => $"{flow.Protocol}" == name,
    };

    private static bool IsPort(PortRange range, int port) => range.From == -1 || (port >= range.From && port <= range.To);

    private bool IsPeer(RulePeer peer, IpAddress address)
    {
        if (peer.Cidr is { } cidr)
            return IsWithin(cidr, address);
        if (peer.GroupId is { } group)
            return network.Members(group).Contains(address);
        if (peer.PrefixListId is { } id)
            return network.PrefixLists.Any(list => list.Id == id && list.Entries.Any(entry => IsWithin(entry, address)));
        return true;
    }

    private static bool IsWithin(Cidr cidr, IpAddress address)
    {
        if (cidr.Network.IsIPv6 != address.IsIPv6)
            return false;
        return Bits(cidr.Network)[..cidr.PrefixLength] == Bits(address)[..cidr.PrefixLength];
    }

    private static string Bits(IpAddress address) => address.Bits.ToString(address.IsIPv6 ? "b128" : "b32", null);
}
