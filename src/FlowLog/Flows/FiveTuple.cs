namespace FlowLog.Flows;

/// <summary>The key of a unidirectional flow. Ports are 0 where the protocol has none.</summary>
/// <param name="Protocol">IANA protocol number, 0 to 255.</param>
public readonly record struct FiveTuple(
    IpAddress Source, IpAddress Destination, ushort SourcePort, ushort DestinationPort, byte Protocol)
{
    /// <summary>The same conversation seen the other way.</summary>
    public FiveTuple Reversed => new(Destination, Source, DestinationPort, SourcePort, Protocol);

    /// <summary>For messages. A record would print its reverse as well, and so without end.</summary>
    public override string ToString() => $"protocol {Protocol} {Source} port {SourcePort} to {Destination} port {DestinationPort}";
}
