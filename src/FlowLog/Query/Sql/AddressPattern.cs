using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Sql;

/// <summary>LIKE on addresses. Case counts, and their texts have small letters only.</summary>
internal static class AddressPattern
{
    private const string Letters = "0123456789abcdef.:%_";

    /// <returns>Null if the pattern has letters that no address has, or too many.</returns>
    public static FlowPredicate? Of(FlowField field, string pattern)
    {
        if (pattern.Length is 0 or > WordPattern.MostLetters || pattern.AsSpan().ContainsAnyExcept(Letters))
            return null;
        if (BlockOf(pattern) is { } block)
            return FlowPredicate.Within(field, block);
        return new AddressLike(field, new(pattern.Replace('%', '*').Replace('_', '?'), hasWildcards: true));
    }

    /// <summary>The first numbers of an IPv4 address and a % for the others are a block, and no text of an IPv6 address.</summary>
    private static Cidr? BlockOf(string pattern)
    {
        if (!pattern.EndsWith(".%", StringComparison.Ordinal))
            return null;
        var given = pattern.AsSpan().Count('.');
        var first = string.Concat(pattern.AsSpan(0, pattern.Length - 1), string.Join('.', Enumerable.Repeat('0', Math.Max(0, 4 - given))));
        var isBlock = IpAddress.TryParse(first, out var network) && !network.IsIPv6 && network.ToString() == first;
        return isBlock ? new Cidr(network, 8 * given) : null;
    }
}
