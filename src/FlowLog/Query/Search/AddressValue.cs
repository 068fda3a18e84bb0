using System.Buffers;
using System.Globalization;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Addresses as a search has them.</summary>
internal static class AddressValue
{
    private const int Octets = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefABCDEF:.*?");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>An address or a block; host bits of a block fall away. Octets with leading zeros are refused, as some read them as octal.</summary>
    public static bool TryRead(string text, out Cidr block) => Cidr.TryParse(text, out block, trim: true) && (block.Network.IsIPv6 || IsDecimal(text));

    /// <summary>Whether an address has a length of a block that is none.</summary>
    public static bool IsWrongBlock(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && IpAddress.TryParse(text[..slash], out _) && !TryRead(text, out _);

    public static FlowPredicate WrongBlock(SearchToken value, SearchProblems problems) => problems.Add(
        SearchCodes.InvalidCidr, value, $"{value} is no address block; behind the slash stands how many bits are given, 0 to 32 of IPv4 and 0 to 128 of IPv6.");

    /// <summary>Whether the text of an address can meet a pattern.</summary>
    public static bool IsPattern(string text) => !text.AsSpan().ContainsAnyExcept(Letters);

    /// <summary>Addresses whose text meets a pattern; the beginning of an IPv4 address is a block.</summary>
    public static FlowPredicate Like(FlowField field, WordPattern pattern)
    {
        var parts = pattern.Text.Split('.');
        var known = parts.TakeWhile(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _) && IsDecimal(part)).ToList();
        if (known.Count == 0 || parts.Length > Octets || !parts.Skip(known.Count).All(part => part == "*"))
            return new AddressLike(field, pattern);
        var bits = known.Aggregate(0u, (sum, part) => (sum << 8) | byte.Parse(part, CultureInfo.InvariantCulture)) << (8 * (Octets - known.Count));
        return FlowPredicate.Within(field, new Cidr(IpAddress.V4(bits), 8 * known.Count));
    }

    private static bool IsDecimal(string text) => text.Split('/')[0].Split('.').All(
        octet => octet.Length > 0 && !octet.AsSpan().ContainsAnyExcept(Digits) && (octet.Length == 1 || octet[0] != '0'));
}
