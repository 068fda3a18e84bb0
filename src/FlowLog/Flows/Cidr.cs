namespace FlowLog.Flows;

/// <summary>A block of addresses: those whose first <paramref name="PrefixLength"/> bits equal <paramref name="Network"/>'s.</summary>
/// <param name="PrefixLength">0 to 32 for IPv4, 0 to 128 for IPv6.</param>
public readonly record struct Cidr(IpAddress Network, int PrefixLength)
{
    private int Width => Network.IsIPv6 ? 128 : 32;

    private UInt128 Mask => PrefixLength == 0 ? UInt128.Zero : UInt128.MaxValue << (Width - PrefixLength);

    /// <summary>Reads <c>address/length</c>, or a plain address as a block of one. Host bits must be zero unless <paramref name="trim"/>.</summary>
    public static bool TryParse(string? text, out Cidr cidr, bool trim = false)
    {
        cidr = default;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IpAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
            return false;
        var width = address.IsIPv6 ? 128 : 32;
        var length = width;
        if (slash >= 0 && !TryLength(text.AsSpan(slash + 1), width, out length))
            return false;
        var block = new Cidr(address, length);
        cidr = new Cidr(new IpAddress(address.Bits & block.Mask, address.IsIPv6), length);
        return trim || cidr.Network == address;
    }

    /// <exception cref="FormatException">The text is no block.</exception>
    public static Cidr Parse(string text) =>
        TryParse(text, out var cidr) ? cidr : throw new FormatException($"'{text}' is no CIDR block.");

    public bool Contains(IpAddress address) =>
        address.IsIPv6 == Network.IsIPv6 && (address.Bits & Mask) == Network.Bits;

    public bool Contains(Cidr other) => other.PrefixLength >= PrefixLength && Contains(other.Network);

    public bool Overlaps(Cidr other) => Contains(other.Network) || other.Contains(Network);

    public override string ToString() => $"{Network}/{PrefixLength}";

    private static bool TryLength(ReadOnlySpan<char> text, int width, out int length) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out length) && length <= width && (text.Length == 1 || text[0] != '0');
}
