using System.Text.Json.Serialization;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLogFunctions.Network;

/// <summary>A rule of a security group as rows and answers write it.</summary>
internal sealed record RuleItem
{
    public required string Id { get; init; }

    [JsonConverter(typeof(CamelCaseEnum<RuleDirection>))]
    public required RuleDirection Direction { get; init; }

    public required string Protocol { get; init; }

    public required string PortRange { get; init; }

    /// <summary>Null for any.</summary>
    public string? SourcePortRange { get; init; }

    public string? SourceCidr { get; init; }

    public string? SourceGroupId { get; init; }

    public string? SourcePrefixListId { get; init; }

    public string? DestCidr { get; init; }

    public string? DestGroupId { get; init; }

    public string? DestPrefixListId { get; init; }

    [JsonConverter(typeof(CamelCaseEnum<RulePolicy>))]
    public required RulePolicy Policy { get; init; }

    public required int Priority { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The security groups and prefix lists that it refers to.</summary>
    [JsonIgnore]
    public IEnumerable<string> References =>
        new[] { SourceGroupId, SourcePrefixListId, DestGroupId, DestPrefixListId }.OfType<string>();

    public static RuleItem Of(SecurityRule rule) => new()
    {
        Id = rule.Id,
        Direction = rule.Direction,
        Protocol = rule.Protocol.ToString(),
        PortRange = rule.Ports.ToString(),
        SourcePortRange = rule.SourcePorts.IsAny ? null : rule.SourcePorts.ToString(),
        SourceCidr = rule.Source.Cidr?.ToString(),
        SourceGroupId = rule.Source.GroupId,
        SourcePrefixListId = rule.Source.PrefixListId,
        DestCidr = rule.Destination.Cidr?.ToString(),
        DestGroupId = rule.Destination.GroupId,
        DestPrefixListId = rule.Destination.PrefixListId,
        Policy = rule.Policy,
        Priority = rule.Priority,
        Description = rule.Description,
    };

    public SecurityRule ToRule() => new()
    {
        Id = Id,
        Direction = Direction,
        Protocol = RuleProtocol.TryParse(Protocol, out var protocol) ? protocol : throw new FormatException($"'{Protocol}' is no protocol."),
        Ports = Ports(PortRange),
        SourcePorts = Ports(SourcePortRange),
        Source = Peer(SourceCidr, SourceGroupId, SourcePrefixListId),
        Destination = Peer(DestCidr, DestGroupId, DestPrefixListId),
        Policy = Policy,
        Priority = Priority,
        Description = Description,
    };

    private static PortRange Ports(string? text) =>
        text is null ? FlowLog.Network.PortRange.Any
        : FlowLog.Network.PortRange.TryParse(text, out var range) ? range
        : throw new FormatException($"'{text}' is no range of ports.");

    private static RulePeer Peer(string? cidr, string? groupId, string? prefixListId) =>
        new() { Cidr = cidr is null ? null : Cidr.Parse(cidr), GroupId = groupId, PrefixListId = prefixListId };
}
