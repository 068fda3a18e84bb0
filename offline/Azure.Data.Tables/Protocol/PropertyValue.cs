using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>A property's value, from JSON and the type that the service annotated.</summary>
internal static class PropertyValue
{
    /// <summary>Reads the value at the reader; without a type, the JSON says what it is.</summary>
    public static object? Read(ref Utf8JsonReader reader, string? type) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ReadNumber(ref reader, type),
        JsonTokenType.String => ReadText(ref reader, type),
        _ => throw new JsonException($"A property cannot be a {reader.TokenType}."),
    };

    /// <summary>Gives a value that was read without its type that type.</summary>
    public static object? Convert(object? value, string type) => (value, type) switch
    {
        (string text, _) => Parse(text, type),
        (int number, EdmType.Double) => (double)number,
        (long number, EdmType.Double) => (double)number,
        (int number, EdmType.Int64) => (long)number,
        _ => value,
    };

    // A double is written with a point or an exponent; some servers also annotate it.
    private static object ReadNumber(ref Utf8JsonReader reader, string? type)
    {
        if (type == EdmType.Double) return reader.GetDouble();
        if (type == EdmType.Int64) return reader.GetInt64();
        if (reader.TryGetInt32(out var small)) return small;
        return reader.TryGetInt64(out var large) ? large : reader.GetDouble();
    }

    private static object ReadText(ref Utf8JsonReader reader, string? type)
    {
        switch (type)
        {
            case null or EdmType.String:
                return reader.GetString()!;
            case EdmType.Binary:
                return reader.GetBytesFromBase64();
            case EdmType.Int64 when Utf8Parser.TryParse(reader.ValueSpan, out long number, out var used) && used == reader.ValueSpan.Length:
                return number;
            case EdmType.DateTime when reader.TryGetDateTimeOffset(out var time):
                return time;
            case EdmType.Guid when reader.TryGetGuid(out var guid):
                return guid;
            default:
                return Parse(reader.GetString()!, type);
        }
    }

    private static object Parse(string text, string type) => type switch
    {
        EdmType.String => text,
        EdmType.Binary => System.Convert.FromBase64String(text),
        EdmType.Boolean => bool.Parse(text),
        EdmType.DateTime => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        EdmType.Double => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        EdmType.Guid => Guid.Parse(text),
        EdmType.Int32 => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        EdmType.Int64 => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"Unknown type {type}."),
    };
}
