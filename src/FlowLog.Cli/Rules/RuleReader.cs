using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Cli.Rules;

/// <summary>Reads a security group rule as the API writes and takes it.</summary>
internal static class RuleReader
{
    public static SecurityRule Read(JsonProblems problems, JsonElement json, string place)
    {
        var direction = problems.Choice(json, place, "direction", RuleDirection.Ingress, required: true);
        var protocol = problems.Text(json, place, "protocol", ProtocolRule, required: true);
        var rule = new SecurityRule
        {
            Id = problems.Text(json, place, "id") ?? place,
            Direction = direction,
            Protocol = RuleProtocol.TryParse(protocol, out var parsed) ? parsed : RuleProtocol.All,
            Ports = Ports(problems, json, place, "portRange"),
            SourcePorts = Ports(problems, json, place, "sourcePortRange"),
            Source = Peer(problems, json, place, "source", isPeer: direction == RuleDirection.Ingress),
            Destination = Peer(problems, json, place, "dest", isPeer: direction == RuleDirection.Egress),
            Policy = problems.Choice(json, place, "policy", RulePolicy.Accept),
            Priority = problems.Number(json, place, "priority") ?? 1,
            Description = problems.Text(json, place, "description") ?? "",
        };
        if (protocol is not null)
        {
            foreach (var problem in SecurityRuleProblems.Of(rule))
                problems.Add(place, problem.Message);
        }

        return rule;
    }

    /// <summary>Of the side that is not the ENI's the short names do as well: cidr for sourceCidr.</summary>
    private static RulePeer Peer(JsonProblems problems, JsonElement json, string place, string side, bool isPeer)
    {
        string? Text(string name, Func<string, string?>? rule = null) =>
            problems.Text(json, place, side + name, rule)
            ?? (isPeer ? problems.Text(json, place, char.ToLowerInvariant(name[0]) + name[1..], rule) : null);
        return new RulePeer
        {
            Cidr = Cidr.TryParse(Text("Cidr", BlockRule), out var cidr) ? cidr : null,
            GroupId = Text("GroupId"),
            PrefixListId = Text("PrefixListId"),
        };
    }

    public static string? BlockRule(string text) =>
        Cidr.TryParse(text, out _) ? null : "must be a CIDR block such as 10.0.0.0/8 or 2001:db8::/32 with no host bits.";

    private static PortRange Ports(JsonProblems problems, JsonElement json, string place, string name) =>
        PortRange.TryParse(problems.Text(json, place, name, PortRule), out var range) ? range : PortRange.Any;

    private static string? ProtocolRule(string text) =>
        RuleProtocol.TryParse(text, out _) ? null : "must be tcp, udp, icmp, icmpv6, gre, all, or a number from 0 to 255.";

    private static string? PortRule(string text) =>
        PortRange.TryParse(text, out _) ? null : "must be two ports from 1 to 65535 in order such as 22/22, or -1/-1.";
}
