namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>struct sockaddr_ll: an interface, as packet sockets name it.</summary>
internal struct LinkAddress
{
    public const int Bytes = 20;

    public ushort Family;

    /// <summary>In network byte order; 0 for no packets.</summary>
    public ushort Protocol;
    public int Interface;

    /// <summary>ARPHRD_ number.</summary>
    public ushort Hardware;
    public byte PacketType;
    public byte AddressLength;
    public ulong Address;
}
