using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FlowLog.Flows;

/// <summary>
/// An IPv4 or IPv6 address as one number in network order. An IPv6 address that maps an IPv4 one is still IPv6:
/// what was on the wire stays what it was. Ordered by family, then by value.
/// </summary>
/// <param name="Bits">The address; for IPv4 the low 32 bits.</param>
public readonly record struct IpAddress(UInt128 Bits, bool IsIPv6) : IComparable<IpAddress>
{
    /// <summary>0.0.0.0, where a record has no address.</summary>
    public static readonly IpAddress None;

    public static IpAddress V4(uint bits) => new(bits, false);

    /// <summary>Whether this is an address of a multicast group: 224.0.0.0/4 or ff00::/8.</summary>
    public bool IsMulticast => IsIPv6 ? Bits >> 120 == 0xFF : Bits >> 28 == 0xE;

    /// <param name="bytes">4 or 16 bytes in network order.</param>
    public static IpAddress FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        4 => new(BinaryPrimitives.ReadUInt32BigEndian(bytes), false),
        16 => new(BinaryPrimitives.ReadUInt128BigEndian(bytes), true),
        _ => throw new ArgumentException("An address has 4 or 16 bytes.", nameof(bytes)),
    };

    /// <summary>Reads the usual text forms; IPv4 only as four decimal numbers, and no scope or port.</summary>
    public static bool TryParse(string? text, out IpAddress address)
    {
        address = default;
        if (string.IsNullOrEmpty(text) || text.AsSpan().ContainsAny("%[]/ "))
            return false;
        if (!IPAddress.TryParse(text, out var parsed))
            return false;
        if (parsed.AddressFamily == AddressFamily.InterNetwork && text.AsSpan().Count('.') != 3)
            return false;
        address = FromBytes(parsed.GetAddressBytes());
        return true;
    }

    /// <exception cref="FormatException">The text is no address.</exception>
    public static IpAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is no IP address.");

    /// <summary>IPv4, then IPv6; each by value.</summary>
    public int CompareTo(IpAddress other) => IsIPv6 == other.IsIPv6 ? Bits.CompareTo(other.Bits) : IsIPv6.CompareTo(other.IsIPv6);

    /// <summary>Dotted decimal, or the compressed lower-case form of RFC 5952.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
        return new IPAddress(IsIPv6 ? bytes : bytes[12..]).ToString();
    }
}
