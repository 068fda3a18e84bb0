using System.Text.Json.Serialization;
using FlowLog.Flows;

namespace FlowLogFunctions.Network;

/// <summary>A virtual private cloud: an address space of its own.</summary>
internal sealed record Vpc : InventoryItem
{
    /// <summary>An IPv4 block, /8 to /28.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>An IPv6 block, /16 to /120; null for IPv4 only.</summary>
    public string? Ipv6CidrBlock { get; init; }

    [JsonIgnore]
    public Cidr Block => Cidr.Parse(CidrBlock);

    [JsonIgnore]
    public Cidr? Ipv6Block => Ipv6CidrBlock is null ? null : Cidr.Parse(Ipv6CidrBlock);
}
