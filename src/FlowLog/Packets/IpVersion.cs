namespace FlowLog.Packets;

/// <summary>What a link header says of the IP packet after it.</summary>
internal enum IpVersion
{
    /// <summary>IP: its first four bits tell the version, also behind IPv4's EtherType, as tshark has it.</summary>
    Any = 0,

    /// <summary>IPv6, and nothing else will do.</summary>
    Six = 6,
}
