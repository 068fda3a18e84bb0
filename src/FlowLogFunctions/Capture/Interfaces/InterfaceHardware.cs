using FlowLog.Packets;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Linux's hardware types (ARPHRD_, if_arp.h) whose frames are looked through.</summary>
internal static class InterfaceHardware
{
    /// <summary>Frames begin with an Ethernet header here too, and each is seen twice: as it leaves and as it comes.</summary>
    public const int Loopback = 772;

    private const int Ethernet = 1;
    private const int RawIp = 519;
    private const int IpInIp = 768;
    private const int IpInIpv6 = 769;
    private const int Ipv6InIp = 776;

    /// <summary>ARPHRD_NONE: tun devices, WireGuard.</summary>
    private const int None = 65534;

    /// <summary>What its frames begin with; null for what is not looked through.</summary>
    public static LinkType? LinkOf(int hardware) => hardware switch
    {
        Ethernet or Loopback => LinkType.Ethernet,
        None or RawIp or IpInIp or IpInIpv6 or Ipv6InIp => LinkType.Raw,
        _ => null,
    };
}
