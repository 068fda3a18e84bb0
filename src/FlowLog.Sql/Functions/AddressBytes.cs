using System.Text;
using FlowLog.Flows;

namespace FlowLog.Sql.Functions;

/// <summary>Reads addresses from UTF-8.</summary>
internal static class AddressBytes
{
    private const int LongestIPv6 = 45;

    /// <summary>Reads what <see cref="IpAddress.TryParse"/> reads.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out IpAddress address)
    {
        if (TryReadIPv4(utf8, out var bits))
        {
            address = IpAddress.V4(bits);
            return true;
        }

        address = default;
        return utf8.Length <= LongestIPv6 && IpAddress.TryParse(Encoding.UTF8.GetString(utf8), out address);
    }

    /// <summary>Four decimal numbers without zeros before them; other forms are left to the other reader.</summary>
    private static bool TryReadIPv4(ReadOnlySpan<byte> utf8, out uint bits)
    {
        bits = 0;
        var (number, digits, dots) = (0, 0, 0);
        foreach (var c in utf8)
        {
            if (c == '.' && digits > 0)
            {
                bits = (bits << 8) | (uint)number;
                (number, digits) = (0, 0);
                dots++;
            }
            else if (!char.IsAsciiDigit((char)c) || (digits > 0 && number == 0))
            {
                return false;
            }
            else
            {
                number = (number * 10) + (c - '0');
                if (++digits > 3 || number > 255)
                    return false;
            }
        }

        bits = (bits << 8) | (uint)number;
        return dots == 3 && digits > 0;
    }
}
