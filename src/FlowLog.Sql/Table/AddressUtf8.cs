using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using FlowLog.Flows;

namespace FlowLog.Sql.Table;

/// <summary>Addresses in UTF-8, as <see cref="IpAddress.ToString"/> writes them.</summary>
internal static class AddressUtf8
{
    /// <summary>Bytes of the longest.</summary>
    public const int MostBytes = 64;

    /// <returns>Bytes written.</returns>
    public static int Write(this IpAddress address, Span<byte> text) => address.IsIPv6 ? WriteIPv6(address, text) : WriteIPv4((uint)address.Bits, text);

    private static int WriteIPv4(uint bits, Span<byte> text)
    {
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            Utf8Formatter.TryFormat((byte)(bits >> shift), text[length..], out var written);
            length += written;
            if (shift > 0)
                text[length++] = (byte)'.';
        }

        return length;
    }

    private static int WriteIPv6(IpAddress address, Span<byte> text)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Bits);
        new IPAddress(bytes).TryFormat(text, out var written);
        return written;
    }
}
