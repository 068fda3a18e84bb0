using System.Text.Json.Serialization;
using FlowLog.Network;

namespace FlowLogFunctions.Network;

/// <summary>A security group as rows and answers write it: its latest version.</summary>
internal sealed record SecurityGroupItem : InventoryItem
{
    public required string VpcId { get; init; }

    [JsonConverter(typeof(CamelCaseEnum<SecurityGroupType>))]
    public required SecurityGroupType Type { get; init; }

    /// <summary>Null for an enterprise group, which has none.</summary>
    [JsonConverter(typeof(CamelCaseEnum<InnerAccess>))]
    public InnerAccess? InnerAccessPolicy { get; init; }

    /// <summary>At most 200, in the order of the request.</summary>
    public IReadOnlyList<RuleItem> Rules { get; init; } = [];

    /// <summary>From 1; the next one with each change of the rules or of the inner access policy.</summary>
    public int Version { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
