using System.Text.Json.Serialization;
using FlowLog.Flows;

namespace FlowLogFunctions.Network;

/// <summary>A subnet of a VPC.</summary>
internal sealed record VSwitch : InventoryItem
{
    public required string VpcId { get; init; }

    /// <summary>An IPv4 block within the VPC's; its first address and its last three are reserved.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>An IPv6 block within the VPC's; null for IPv4 only.</summary>
    public string? Ipv6CidrBlock { get; init; }

    public string? ZoneId { get; init; }

    [JsonIgnore]
    public Cidr Block => Cidr.Parse(CidrBlock);

    [JsonIgnore]
    public Cidr? Ipv6Block => Ipv6CidrBlock is null ? null : Cidr.Parse(Ipv6CidrBlock);
}
