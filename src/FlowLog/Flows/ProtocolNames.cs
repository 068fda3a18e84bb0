using System.Globalization;

namespace FlowLog.Flows;

/// <summary>IANA's names of the protocols that networks mostly carry.</summary>
public static class ProtocolNames
{
    private static readonly Dictionary<int, string> Known = new()
    {
        [1] = "ICMP",
        [2] = "IGMP",
        [4] = "IPIP",
        [6] = "TCP",
        [17] = "UDP",
        [33] = "DCCP",
        [41] = "IPv6",
        [47] = "GRE",
        [50] = "ESP",
        [51] = "AH",
        [58] = "ICMPv6",
        [88] = "EIGRP",
        [89] = "OSPF",
        [103] = "PIM",
        [112] = "VRRP",
        [132] = "SCTP",
        [136] = "UDPLite",
    };

    private static readonly Dictionary<string, int> Numbers = Known.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name.</summary>
    public static IEnumerable<string> All => Known.Values;

    /// <summary>The number of a name, in either case; null if it is not known.</summary>
    public static int? Find(string name) => Numbers.TryGetValue(name, out var number) ? number : null;

    /// <summary>The name, or the number where there is none.</summary>
    public static string Of(int protocol) => Known.GetValueOrDefault(protocol, protocol.ToString(CultureInfo.InvariantCulture));
}
