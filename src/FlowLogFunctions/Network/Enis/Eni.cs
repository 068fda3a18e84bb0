using System.Text.Json.Serialization;
using FlowLog.Flows;

namespace FlowLogFunctions.Network;

/// <summary>An elastic network interface.</summary>
internal sealed record Eni : InventoryItem
{
    /// <summary>The VSwitch's.</summary>
    public required string VpcId { get; init; }

    [JsonPropertyName("vswitchId")]
    public required string VSwitchId { get; init; }

    /// <summary>The instance that it is attached to, vm-id in records; null for none.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Lower-case with colons; null if it is not known.</summary>
    public string? MacAddress { get; init; }

    /// <summary>1 to 50, the primary one first; none that another ENI of the VPC has.</summary>
    public IReadOnlyList<string> PrivateIpAddresses { get; init; } = [];

    /// <summary>0 to 10; none that another ENI of the VPC has.</summary>
    public IReadOnlyList<string> Ipv6Addresses { get; init; } = [];

    /// <summary>1 to 10, of the ENI's VPC and of one type.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    [JsonPropertyName("trafficSource")]
    public TrafficSource Source { get; init; } = TrafficSource.Pcap;

    /// <summary>What could not be read of its capture files; null in rows, and when nothing was damaged.</summary>
    public IReadOnlyList<string>? CaptureDamage { get; init; }

    /// <summary>All its addresses, IPv4 before IPv6.</summary>
    [JsonIgnore]
    public IEnumerable<IpAddress> Addresses => PrivateIpAddresses.Concat(Ipv6Addresses).Select(IpAddress.Parse);
}
