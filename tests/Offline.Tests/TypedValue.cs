using System.Globalization;

namespace Offline.Tests;

/// <summary>A property's value as text, and its type without "Edm.".</summary>
internal sealed record TypedValue(string Type, string Value)
{
    public static TypedValue Of(object value) => value switch
    {
        string text => new("String", text),
        int number => new("Int32", number.ToString(CultureInfo.InvariantCulture)),
        long number => new("Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => new("Double", number.ToString("R", CultureInfo.InvariantCulture)),
        bool flag => new("Boolean", flag ? "true" : "false"),
        byte[] bytes => new("Binary", Convert.ToBase64String(bytes)),
        Guid guid => new("Guid", guid.ToString()),
        DateTimeOffset time => new("DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No type for {value.GetType()}."),
    };

    /// <summary>The value that the text stands for.</summary>
    public object ToObject() => Type switch
    {
        "String" => Value,
        "Int32" => int.Parse(Value, CultureInfo.InvariantCulture),
        "Int64" => long.Parse(Value, CultureInfo.InvariantCulture),
        "Double" => double.Parse(Value, CultureInfo.InvariantCulture),
        "Boolean" => bool.Parse(Value),
        "Binary" => Convert.FromBase64String(Value),
        "Guid" => Guid.Parse(Value),
        "DateTime" => DateTimeOffset.Parse(Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ => throw new FormatException($"No type {Type}."),
    };
}
