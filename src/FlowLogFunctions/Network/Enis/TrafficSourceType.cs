using System.Text.Json.Serialization;

namespace FlowLogFunctions.Network;

/// <summary>Where an ENI's traffic comes from.</summary>
internal enum TrafficSourceType
{
    /// <summary>It has none.</summary>
    None = 0,

    /// <summary>Capture files that are handed over.</summary>
    Pcap = 1,

    /// <summary>Made up, for demonstrations and load.</summary>
    Generator = 2,

    /// <summary>A network interface of the host that runs the service.</summary>
    Interface = 3,

    /// <summary>Azure's virtual network flow logs, of the ENI's MAC address.</summary>
    [JsonStringEnumMemberName("vnet-flow-logs")]
    VNetFlowLogs = 4,

    /// <summary>Azure's network security group flow logs, of the ENI's MAC address.</summary>
    [JsonStringEnumMemberName("nsg-flow-logs")]
    NsgFlowLogs = 5,

    /// <summary>AWS's flow logs, of the interface id that the source names.</summary>
    [JsonStringEnumMemberName("aws-flow-logs")]
    AwsFlowLogs = 6,
}
