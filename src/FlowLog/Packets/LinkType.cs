namespace FlowLog.Packets;

/// <summary>What a captured frame starts with: the LINKTYPE_ numbers of capture files (tcpdump.org/linktypes.html) that are looked through.</summary>
public enum LinkType
{
    Null = 0,
    Ethernet = 1,
    Ppp = 9,
    Fddi = 10,

    /// <summary>DLT_RAW as most systems write it into files.</summary>
    RawBsd = 12,

    /// <summary>DLT_RAW as OpenBSD writes it.</summary>
    RawOpenBsd = 14,
    PppHdlc = 50,
    PppEthernet = 51,

    /// <summary>LLC/SNAP over ATM (RFC 2684).</summary>
    LlcSnap = 100,
    Raw = 101,
    CiscoHdlc = 104,
    Ieee80211 = 105,
    FrameRelay = 107,
    Loop = 108,
    LinuxCooked = 113,
    Ieee80211Prism = 119,
    Ieee80211Radiotap = 127,
    Ieee80211Avs = 163,

    /// <summary>PPP after one byte that says which way the frame went.</summary>
    PppDirection = 166,

    /// <summary>A Per-Packet Information header that names the link type of what follows.</summary>
    PerPacketInformation = 192,
    Mpls = 219,
    /// <summary>Solaris' inter-zone packets, behind a header of 24 bytes.</summary>
    IpNet = 226,
    Ipv4 = 228,
    Ipv6 = 229,
    NetfilterLog = 239,
    LinuxCooked2 = 276,
}
