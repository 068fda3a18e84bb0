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
}
