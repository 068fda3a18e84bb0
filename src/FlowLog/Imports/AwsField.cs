namespace FlowLog.Imports;

/// <summary>The fields of an AWS flow log that are read; all others, also unknown ones, are passed over.</summary>
internal enum AwsField
{
    Other = 0,
    InterfaceId,
    Source,
    Destination,
    PacketSource,
    PacketDestination,
    SourcePort,
    DestinationPort,
    Protocol,
    Packets,
    Bytes,
    Start,
    End,
    Action,
    Status,
    TcpFlags,
    Direction,
    RejectReason,
}
