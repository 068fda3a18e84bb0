using System.Text;
using System.Text.Json;

namespace FlowLog.Imports;

/// <summary>Pieces of JSON in a span that may end anywhere.</summary>
internal static class JsonScan
{
    /// <summary>Length of the string that begins here, with both quotes; -1 if its end is not there yet.</summary>
    public static int StringLength(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (true)
        {
            var found = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
                return -1;
            at += found;
            if (text[at] == '"')
                return at + 1;
            at += 2;
            if (at > text.Length)
                return -1;
        }
    }

    /// <summary>Number of bytes before the next one that is neither blank nor comma.</summary>
    public static int BlankLength(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(" \t\r\n,"u8);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Length of the number or word that begins here; 0 if neither does.</summary>
    public static int WordLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit((char)text[length]) || text[length] is (byte)'-' or (byte)'+' or (byte)'.'))
            length++;
        return length;
    }

    public static JsonKey KeyOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when Ascii.EqualsIgnoreCase(name, "mac"u8) => JsonKey.Mac,
        4 when Ascii.EqualsIgnoreCase(name, "rule"u8) => JsonKey.Rule,
        7 when Ascii.EqualsIgnoreCase(name, "records"u8) => JsonKey.Records,
        10 when Ascii.EqualsIgnoreCase(name, "macAddress"u8) => JsonKey.Mac,
        10 when Ascii.EqualsIgnoreCase(name, "flowTuples"u8) => JsonKey.FlowTuples,
        _ => JsonKey.Other,
    };

    /// <summary>The bytes that a string with quotes stands for; empty if its escapes are wrong.</summary>
    public static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> text)
    {
        var inner = text[1..^1];
        if (!inner.Contains((byte)'\\'))
            return inner;
        try
        {
            var reader = new Utf8JsonReader(text);
            return reader.Read() ? Encoding.UTF8.GetBytes(reader.GetString()!) : default;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
