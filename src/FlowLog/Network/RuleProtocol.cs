using System.Globalization;

namespace FlowLog.Network;

/// <summary>The protocol of a rule: all, or one IANA number. A number that has a name is the same protocol as its name.</summary>
public readonly record struct RuleProtocol
{
    /// <summary>Every protocol; also the default value.</summary>
    public static readonly RuleProtocol All;

    /// <summary>ICMP in IPv4; ICMP in IPv6 is <see cref="Icmpv6"/>.</summary>
    public static readonly RuleProtocol Icmp = Of(1);
    public static readonly RuleProtocol Tcp = Of(6);
    public static readonly RuleProtocol Udp = Of(17);
    public static readonly RuleProtocol Gre = Of(47);
    public static readonly RuleProtocol Icmpv6 = Of(58);

    private static readonly (RuleProtocol Protocol, string Name)[] Names =
        [(All, "all"), (Icmp, "icmp"), (Tcp, "tcp"), (Udp, "udp"), (Gre, "gre"), (Icmpv6, "icmpv6")];

    private readonly short _numberPlusOne;

    private RuleProtocol(int number) => _numberPlusOne = (short)(number + 1);

    /// <summary>IANA number, 0 to 255; null for all.</summary>
    public byte? Number => _numberPlusOne == 0 ? null : (byte)(_numberPlusOne - 1);

    /// <summary>TCP and UDP: a rule must name ports.</summary>
    public bool NeedsPorts => Number is 6 or 17;

    /// <summary>DCCP, SCTP and UDP-Lite carry ports as well: a rule may name them.</summary>
    public bool HasPorts => NeedsPorts || Number is 33 or 132 or 136;

    /// <param name="number">IANA protocol number.</param>
    public static RuleProtocol Of(byte number) => new(number);

    /// <summary>Reads tcp, udp, icmp, icmpv6, gre, all in any case, or a number 0 to 255.</summary>
    public static bool TryParse(string? text, out RuleProtocol protocol)
    {
        foreach (var (named, name) in Names)
        {
            protocol = named;
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        var isNumber = byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        protocol = isNumber ? Of(number) : All;
        return isNumber;
    }

    /// <summary>Whether a packet of this protocol number and IP version is meant. ICMP belongs to IPv4, ICMPv6 to IPv6.</summary>
    public bool Covers(byte number, bool isIPv6) => Number switch
    {
        null => true,
        1 => number == 1 && !isIPv6,
        58 => number == 58 && isIPv6,
        var own => number == own,
    };

    /// <summary>The name in lower case, or the number.</summary>
    public override string ToString()
    {
        foreach (var (protocol, name) in Names)
        {
            if (protocol == this)
                return name;
        }
        return Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
    }
}
