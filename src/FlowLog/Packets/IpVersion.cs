namespace FlowLog.Packets;

/// <summary>What a link header says of the IP packet after it.</summary>
internal enum IpVersion
{
    /// <summary>Nothing: the first four bits do.</summary>
    Any = 0,
    Four = 4,
    Six = 6,
}
