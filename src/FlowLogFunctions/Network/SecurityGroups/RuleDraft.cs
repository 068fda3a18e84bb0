using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>A rule of a request's body, and where in the body its parts stand.</summary>
/// <param name="Rule">Its id is empty where the body gives none.</param>
internal sealed record RuleDraft(SecurityRule Rule, string IdField, string SourceField, string DestinationField)
{
    /// <summary>Reads a rule and notes all that is wrong with it in itself.</summary>
    public static RuleDraft Read(BodyReader body)
    {
        var direction = CamelCaseEnum<RuleDirection>.Parse(body.Choice("direction", CamelCaseEnum<RuleDirection>.Names, required: true));
        var source = RulePeerReader.Read(body, "source", isPeer: direction != RuleDirection.Egress);
        var destination = RulePeerReader.Read(body, "dest", isPeer: direction == RuleDirection.Egress);
        var rule = new SecurityRule
        {
            Id = body.Text("id") ?? "",
            Direction = direction ?? RuleDirection.Ingress,
            Protocol = RuleProtocol.TryParse(body.Text("protocol", required: true, ProtocolRule), out var protocol) ? protocol : default,
            Ports = Ports(body, "portRange"),
            SourcePorts = Ports(body, "sourcePortRange"),
            Source = source.Peer,
            Destination = destination.Peer,
            Policy = CamelCaseEnum<RulePolicy>.Parse(body.Choice("policy", CamelCaseEnum<RulePolicy>.Names)) ?? RulePolicy.Accept,
            Priority = body.Number("priority", SecurityRuleProblems.MinPriority, SecurityRuleProblems.MaxPriority) ?? 1,
            Description = body.Text("description") ?? "",
        };
        NoteProblems(body, rule, source.Field, destination.Field);
        return new(rule, body.PathOf("id"), body.PathOf(source.Field), body.PathOf(destination.Field));
    }

    /// <summary>What follows from a part that could not be read is no problem of its own.</summary>
    private static void NoteProblems(BodyReader body, SecurityRule rule, string sourceField, string destinationField)
    {
        if (body.HasProblem("direction") || body.HasProblem("protocol"))
            return;
        foreach (var problem in SecurityRuleProblems.Of(rule))
        {
            var field = problem.Field switch
            {
                "ports" => "portRange",
                "sourcePorts" => "sourcePortRange",
                "source" => sourceField,
                "destination" => destinationField,
                var same => same,
            };
            if (!body.HasProblem(field))
                body.Problem(field, problem.Code, problem.Message);
        }
    }

    private static PortRange Ports(BodyReader body, string name) =>
        PortRange.TryParse(body.Text(name, rule: PortRule), out var range) ? range : PortRange.Any;

    private static string? ProtocolRule(string text) =>
        RuleProtocol.TryParse(text, out _) ? null : "must be tcp, udp, icmp, icmpv6, gre, all, or a number from 0 to 255.";

    private static string? PortRule(string text) =>
        PortRange.TryParse(text, out _) ? null : "must be two ports from 1 to 65535 in order such as 22/22, or -1/-1.";
}
