namespace FlowLog.Packets;

/// <summary>Why a frame belongs to no flow. Frames are counted by it, never dropped silently.</summary>
public enum NotFlow
{
    /// <summary>It does belong to one.</summary>
    None = 0,

    /// <summary>Address resolution: ARP or RARP.</summary>
    Arp,

    /// <summary>Another protocol than IP: spanning tree, discovery, PPP control, 802.11 management and the like.</summary>
    NonIp,

    /// <summary>Wireless data that is encrypted, so that what it carries cannot be seen.</summary>
    Encrypted,

    /// <summary>The captured bytes end within the link header or the fixed IP header.</summary>
    CutHeader,

    /// <summary>A header that cannot be: a wrong IP version, a header length or total length that is too small.</summary>
    BadHeader,

    /// <summary>A link type that is not looked through.</summary>
    UnknownLinkType,
}
