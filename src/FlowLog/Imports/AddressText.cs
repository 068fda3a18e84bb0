using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>Addresses from UTF-8 text, without a string in between.</summary>
internal static class AddressText
{
    private const int Groups = 8;

    public static bool TryParse(ReadOnlySpan<byte> text, out IpAddress address)
    {
        if (TryV4(text, out var bits))
        {
            address = IpAddress.V4(bits);
            return true;
        }

        address = default;
        if (!text.Contains((byte)':') || !TryV6(text, out var wide))
            return false;
        address = new(wide, true);
        return true;
    }

    /// <summary>Four decimal numbers, none with a leading zero: some read those as octal.</summary>
    private static bool TryV4(ReadOnlySpan<byte> text, out uint bits)
    {
        bits = 0;
        var (value, digits, dots) = (0u, 0, 0);
        foreach (var letter in text)
        {
            var digit = (uint)letter - '0';
            if (digit <= 9)
            {
                if (digits > 0 && value == 0)
                    return false;
                value = (value * 10) + digit;
                if (++digits > 3 || value > byte.MaxValue)
                    return false;
            }
            else if (letter == '.' && digits > 0 && dots < 3)
            {
                bits = (bits << 8) | value;
                (value, digits) = (0, 0);
                dots++;
            }
            else
            {
                return false;
            }
        }

        bits = (bits << 8) | value;
        return dots == 3 && digits > 0;
    }

    /// <summary>Hexadecimal groups, <c>::</c> once, and an IPv4 address in place of the last two.</summary>
    private static bool TryV6(ReadOnlySpan<byte> text, out UInt128 bits)
    {
        bits = 0;
        Span<ushort> groups = stackalloc ushort[Groups];
        var (count, gap, at) = (0, -1, 0);
        if (text.StartsWith("::"u8))
            (gap, at) = (0, 2);
        while (at < text.Length)
        {
            var rest = text[at..];
            var length = rest.IndexOf((byte)':');
            var group = length < 0 ? rest : rest[..length];
            if (!TryGroup(group, length < 0, groups, ref count))
                return false;
            at += group.Length;
            if (length < 0)
                break;
            at++;
            if (at < text.Length && text[at] == ':')
            {
                if (gap >= 0)
                    return false;
                gap = count;
                at++;
            }
            else if (at == text.Length)
            {
                return false;
            }
        }

        if (gap < 0 ? count != Groups : count >= Groups)
            return false;
        for (var index = 0; index < Groups; index++)
        {
            var zeros = gap < 0 ? 0 : Groups - count;
            var from = gap < 0 || index < gap ? index : index - zeros;
            bits = (bits << 16) | (gap >= 0 && index >= gap && index < gap + zeros ? (ushort)0 : groups[from]);
        }

        return true;
    }

    private static bool TryGroup(ReadOnlySpan<byte> text, bool isLast, Span<ushort> groups, ref int count)
    {
        if (isLast && count <= Groups - 2 && TryV4(text, out var v4))
        {
            groups[count++] = (ushort)(v4 >> 16);
            groups[count++] = (ushort)v4;
            return true;
        }

        if (count == Groups || text.Length is 0 or > 4)
            return false;
        var value = 0;
        foreach (var letter in text)
        {
            var digit = HexDigit(letter);
            if (digit < 0)
                return false;
            value = (value << 4) | digit;
        }

        groups[count++] = (ushort)value;
        return true;
    }

    private static int HexDigit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => -1,
    };
}
