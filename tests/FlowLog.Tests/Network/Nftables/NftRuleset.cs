using System.Text;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>
/// Security groups as nftables rules, in nftables' own way: a chain a direction, rules in the order in which they decide, sets of
/// addresses. Each rule notes the packet's source address with the rule's number before it gives its verdict.
/// </summary>
internal sealed class NftRuleset
{
    private readonly StringBuilder _text = new();
    private readonly List<Verdict> _verdicts = [Verdict.None];
    private readonly List<int> _sets = [];

    /// <summary>What decided, by the number that nftables notes; 0 is a session.</summary>
    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    public void Add(int number, ValidNetwork network)
    {
        _sets.Add(number);
        foreach (var group in network.Groups.SelectMany(group => group.Rules).SelectMany(rule => new[] { rule.Source.GroupId, rule.Destination.GroupId })
            .Concat(network.Groups.Select(group => group.Id)).OfType<string>().Distinct())
            AddSets(Name(number, group), "", network.Members(group).Distinct().ToLookup(address => address.IsIPv6, address => address.ToString()));
        foreach (var list in network.PrefixLists.Append(new PrefixList("pl-none", [])))
            AddSets(Name(number, list.Id), "flags interval; auto-merge;", list.Entries.Distinct().ToLookup(block => block.Network.IsIPv6, block => block.ToString()));
        AddChain(number, network, RuleDirection.Ingress);
        AddChain(number, network, RuleDirection.Egress);
    }

    /// <summary>Without memory: packets of both directions at the first hook there is, and no further than the second one.</summary>
    public string Stateless() => $$"""
        table netdev t {
        {{Notes}}
        {{_text}}
        chain from-eni { type filter hook ingress device "in" priority 0; ether saddr vmap { {{Map("out")}} }; }
        chain from-world { type filter hook ingress device "out" priority 0; ether saddr vmap { {{Map("in")}} }; }
        chain after-eni { type filter hook ingress device "in" priority 10; add @passed { ether saddr } drop; }
        chain after-world { type filter hook ingress device "out" priority 10; add @passed { ether saddr } drop; }
        }
        """;

    /// <summary>With the kernel's connection tracking, where a router forwards; each rule set in a zone of its own.</summary>
    public string Stateful() => $$"""
        table inet t {
        {{Notes}}
        {{_text}}
        {{string.Concat(_sets.Select(set => $"chain zone{set} {{ ct zone set {set + 1}; }}\n"))}}
        chain zones { type filter hook prerouting priority raw; ether saddr vmap { {{string.Join(", ", _sets.Select(set => $"{Probe.Macs(set)} : goto zone{set}"))}} }; }
        chain forwarding {
            type filter hook forward priority 0;
            ct state established meta mark set 0 add @hits { ether saddr . meta mark } accept
            iifname "in" ether saddr vmap { {{Map("out")}} }
            iifname "out" ether saddr vmap { {{Map("in")}} }
        }
        chain after { type filter hook forward priority 10; add @passed { ether saddr }; }
        }
        """;

    private const string Notes = """
        set hits { type ether_addr . mark; size 2000000; flags dynamic; }
        set passed { type ether_addr; size 2000000; flags dynamic; }
        """;

    private string Map(string chain) => string.Join(", ", _sets.Select(set => $"{Probe.Macs(set)} : goto {chain}{set}"));

    private static string Name(int number, string id) => $"s{number}_{id.Replace('-', '_')}";

    private void AddSets(string name, string flags, ILookup<bool, string> elements)
    {
        foreach (var (isIPv6, type) in new[] { (false, "ipv4_addr"), (true, "ipv6_addr") })
        {
            var list = string.Join(", ", elements[isIPv6]);
            _text.Append(null, $"set {name}_{(isIPv6 ? 6 : 4)} {{ type {type}; {flags} {(list.Length == 0 ? "" : $"elements = {{ {list} }}")} }}\n");
        }
    }

    private void AddChain(int number, ValidNetwork network, RuleDirection direction)
    {
        var ingress = direction == RuleDirection.Ingress;
        var peer = ingress ? "saddr" : "daddr";
        _text.Append(null, $"chain {(ingress ? "in" : "out")}{number} {{\n");
        if (network.BlockOutboundSmtp && !ingress)
            AddRule("tcp dport 25", new(FlowAction.Reject, "platform-smtp-drop", 0));
        var basic = network.Groups.Where(group => group.Type == SecurityGroupType.Normal).ToList();
        foreach (var group in basic.Where(group => group.InnerAccess == InnerAccess.Accept))
            AddMembers(Name(number, group.Id), peer, new(FlowAction.Accept, "inner-access-accept", 0));
        foreach (var (rule, version) in network.Groups
            .SelectMany(group => group.Rules.Select(rule => (Rule: rule, group.Version)))
            .Where(pooled => pooled.Rule.Direction == direction)
            .OrderBy(pooled => (pooled.Rule.Priority * 2) + (pooled.Rule.Policy == RulePolicy.Drop ? 0 : 1)))
            AddRule(number, rule, version);
        foreach (var group in basic.Where(group => ingress && group.InnerAccess == InnerAccess.Drop))
            AddMembers(Name(number, group.Id), peer, new(FlowAction.Reject, "inner-access-drop", 0));
        AddRule("", ingress ? new(FlowAction.Reject, "default-ingress-drop", 0)
            : basic.Count > 0 ? new(FlowAction.Accept, "default-egress-accept", 0)
            : new(FlowAction.Reject, "default-egress-drop", 0));
        _text.Append("}\n");
    }

    private void AddMembers(string set, string side, Verdict verdict)
    {
        AddRule($"ip {side} @{set}_4", verdict);
        AddRule($"ip6 {side} @{set}_6", verdict);
    }

    /// <summary>One rule of nftables is about one IP version.</summary>
    private void AddRule(int number, SecurityRule rule, int version)
    {
        var verdict = new Verdict(rule.Policy == RulePolicy.Accept ? FlowAction.Accept : FlowAction.Reject, rule.Id, version);
        var protocol = rule.Protocol.ToString() switch
        {
            "all" => "",
            "icmp" => "meta l4proto 1",
            "icmpv6" => "meta l4proto 58",
            _ => $"meta l4proto {rule.Protocol.Number}",
        };
        foreach (var family in new[] { "ip", "ip6" })
        {
            if ((rule.Protocol.ToString() == "icmp" && family == "ip6") || (rule.Protocol.ToString() == "icmpv6" && family == "ip"))
                continue;
            if (Side(number, family, "saddr", rule.Source) is { } source && Side(number, family, "daddr", rule.Destination) is { } destination)
                AddRule($"meta protocol {family} {source} {destination} {protocol} {Ports("sport", rule.SourcePorts)} {Ports("dport", rule.Ports)}", verdict);
        }
    }

    /// <summary>Null if no address of the family is meant.</summary>
    private static string? Side(int number, string family, string side, RulePeer peer)
    {
        if (peer.Cidr is { } block)
        {
            return block.Network.IsIPv6 != (family == "ip6") ? null : block.PrefixLength == 0 ? "" : $"{family} {side} {block}";
        }

        return (peer.GroupId ?? peer.PrefixListId) is { } id ? $"{family} {side} @{Name(number, id)}_{(family == "ip6" ? 6 : 4)}" : "";
    }

    private static string Ports(string side, PortRange range) =>
        range.From < 0 ? "" : range.From == range.To ? $"th {side} {range.From}" : $"th {side} {range.From}-{range.To}";

    private void AddRule(string match, Verdict verdict)
    {
        _text.Append(null, $"  {match} meta mark set {_verdicts.Count} add @hits {{ ether saddr . meta mark }} {(verdict.Action == FlowAction.Accept ? "accept" : "drop")}\n");
        _verdicts.Add(verdict);
    }
}
