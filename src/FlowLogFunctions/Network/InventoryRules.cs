using System.Text;
using FlowLog.Flows;

namespace FlowLogFunctions.Network;

/// <summary>What the texts of the inventory may be. Each rule says what is wrong, or null if nothing is.</summary>
internal static class InventoryRules
{
    public static string? Name(string text)
    {
        if (text.Length == 0)
            return null;
        if (Characters(text) is < 2 or > 128)
            return "must be empty or have 2 to 128 characters.";
        // CJK ideographs are letters, those beyond the basic plane too.
        if (!Rune.IsLetter(Rune.GetRuneAt(text, 0)))
            return "must begin with a letter or a CJK ideograph.";
        return IsLink(text) ? "must not begin with http:// or https://." : null;
    }

    public static string? Description(string text)
    {
        if (text.Length != 0 && Characters(text) is < 2 or > 256)
            return "must be empty or have 2 to 256 characters.";
        return IsLink(text) ? "must not begin with http:// or https://." : null;
    }

    /// <summary>An IPv4 block of a VPC: /8 to /28.</summary>
    public static string? VpcBlock(string text) => Block(text, isIPv6: false, least: 8, most: 28);

    /// <summary>An IPv4 block of a VSwitch: /8 to /29, which leaves four addresses beside the reserved ones.</summary>
    public static string? VSwitchBlock(string text) => Block(text, isIPv6: false, least: 8, most: 29);

    public static string? Ipv6Block(string text) => Block(text, isIPv6: true, least: 16, most: 120);

    /// <summary>A block of either family, of any length.</summary>
    public static string? AnyBlock(string text) =>
        TryBlock(text, out _) ? null : "must be a CIDR block such as 10.0.0.0/8 or 2001:db8::/32 with no host bits.";

    public static string? Ipv4Address(string text) => Address(text, isIPv6: false) ? null : "must be an IPv4 address such as 10.0.0.5.";

    public static string? Ipv6Address(string text) => Address(text, isIPv6: true) ? null : "must be an IPv6 address such as fd00::5.";

    /// <summary>Six hexadecimal bytes; empty for none.</summary>
    public static string? MacAddress(string text) =>
        text.Length == 0 || (text.Length == 17 && text.Select((letter, i) => i % 3 == 2 ? letter == ':' : char.IsAsciiHexDigit(letter)).All(fits => fits))
            ? null
            : "must be a MAC address such as 00:16:3e:0a:0b:0c.";

    /// <summary>Such as <c>i-bp1f6c</c>; empty for none.</summary>
    public static string? InstanceId(string text) =>
        text.Length == 0 || (text.StartsWith("i-", StringComparison.Ordinal) && text.Length is > 2 and <= 64 && text.Skip(2).All(IsIdLetter))
            ? null
            : "must be i- and up to 62 lower-case letters or digits.";

    /// <summary>An interface's id at another cloud, such as <c>eni-1235b8ca123456789</c>.</summary>
    public static string? InterfaceId(string text) =>
        text.Length is >= 1 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? null
            : "must be 1 to 64 letters, digits or hyphens.";

    /// <summary>Such as <c>cn-hangzhou-i</c>.</summary>
    public static string? ZoneId(string text) =>
        text.Length is >= 1 and <= 64 && text.All(letter => IsIdLetter(letter) || letter == '-')
            ? null
            : "must be 1 to 64 lower-case letters, digits or hyphens.";

    /// <summary>Such as <c>eth0</c> or <c>br-lan.100</c>: what Linux takes, but for letters that need quoting.</summary>
    public static string? InterfaceName(string text) =>
        text.Length is >= 1 and <= 15 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') && text is not ("." or "..")
            ? null
            : "must be 1 to 15 letters, digits, dots, hyphens or underscores, such as eth0.";

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);

    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static bool IsLink(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? Block(string text, bool isIPv6, int least, int most) =>
        TryBlock(text, out var block) && text.Contains('/') && block.Network.IsIPv6 == isIPv6 && block.PrefixLength >= least && block.PrefixLength <= most
            ? null
            : FormattableString.Invariant($"must be an {(isIPv6 ? "IPv6" : "IPv4")} CIDR block from /{least} to /{most} with no host bits.");

    private static bool TryBlock(string text, out Cidr block) =>
        Cidr.TryParse(text, out block) && (block.Network.IsIPv6 || text.StartsWith(block.Network.ToString(), StringComparison.Ordinal));

    /// <summary>IPv4 only as it is written out: octal and hexadecimal numbers would be read as other addresses elsewhere.</summary>
    private static bool Address(string text, bool isIPv6) =>
        IpAddress.TryParse(text, out var address) && address.IsIPv6 == isIPv6 && (isIPv6 || address.ToString() == text);
}
