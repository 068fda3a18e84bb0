namespace FlowLog.Packets;

/// <summary>The EtherTypes that are looked through, or told apart in the counts (IEEE registry).</summary>
internal static class EtherType
{
    public const ushort Ipv4 = 0x0800;
    public const ushort Arp = 0x0806;
    public const ushort ReverseArp = 0x8035;
    public const ushort Vlan = 0x8100;
    public const ushort PointToPoint = 0x880B;
    public const ushort Ipv6 = 0x86DD;
    public const ushort Mpls = 0x8847;
    public const ushort MplsUpstream = 0x8848;
    public const ushort PppoeSession = 0x8864;
    public const ushort ProviderBridge = 0x88A8;
    public const ushort MacSec = 0x88E5;
    public const ushort ProviderBackbone = 0x88E7;

    /// <summary>Cisco FabricPath: two bytes, then a whole frame.</summary>
    public const ushort FabricPath = 0x8903;

    /// <summary>The tag of IEEE 802.1BR.</summary>
    public const ushort BridgePortExtension = 0x893F;
    public const ushort VirtualNetworkTag = 0x8926;
    public const ushort OldQinQ = 0x9100;
    public const ushort OlderQinQ = 0x9200;

    /// <summary>Values up to this one are an IEEE 802.3 length: LLC follows.</summary>
    public const ushort LargestLength = 1500;
}
