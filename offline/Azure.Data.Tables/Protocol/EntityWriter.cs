using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Writes entities as the Table service's JSON, on one line, straight into the body that is sent.</summary>
internal static class EntityWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes an entity; the service's own properties (ETag, Timestamp) stay out.</summary>
    /// <exception cref="NotSupportedException">The entity, or a value in it, is of a type that cannot be stored.</exception>
    public static void Write(IBufferWriter<byte> output, ITableEntity entity)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        foreach (var (name, value) in Supported(entity).Stored)
            if (name is not (PropertyNames.ETag or PropertyNames.Timestamp))
                WriteProperty(json, name, value);
        json.WriteEndObject();
    }

    /// <summary>About how many bytes the entity takes, so that a body grows once.</summary>
    public static int Estimate(ITableEntity entity)
    {
        var size = 64L;
        foreach (var (name, value) in Supported(entity).Stored)
            size += 64 + (2 * name.Length) + value switch
            {
                byte[] bytes => ((bytes.Length + 2) / 3 * 4L) + 16,
                BinaryData data => ((data.ToMemory().Length + 2) / 3 * 4L) + 16,
                string text => text.Length + (text.Length / 8),
                _ => 16,
            };
        return (int)Math.Min(size, Array.MaxLength);
    }

    private static TableEntity Supported(ITableEntity entity) => entity as TableEntity
        ?? throw new NotSupportedException($"This stand-in for Azure.Data.Tables stores TableEntity only, not {entity.GetType()}.");

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case long number: WriteText(json, name, EdmType.Int64, number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid guid: WriteText(json, name, EdmType.Guid, guid.ToString()); break;
            case DateTimeOffset time: WriteText(json, name, EdmType.DateTime, Round(time.UtcDateTime)); break;
            case DateTime time: WriteText(json, name, EdmType.DateTime, Round(Utc(time))); break;
            case byte[] bytes: WriteBinary(json, name, bytes); break;
            case BinaryData data: WriteBinary(json, name, data.ToMemory().Span); break;
            case double number: WriteDouble(json, name, number); break;
            default: throw new NotSupportedException($"Property {name} is of type {value.GetType()}, which a table cannot store.");
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string type, string text)
    {
        json.WriteString(name + EdmType.Annotation, type);
        json.WriteString(name, text);
    }

    private static void WriteBinary(Utf8JsonWriter json, string name, ReadOnlySpan<byte> bytes)
    {
        json.WriteString(name + EdmType.Annotation, EdmType.Binary);
        json.WriteBase64String(name, bytes);
    }

    // Numbers that JSON does not have go as "NaN", "Infinity" and "-Infinity".
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + EdmType.Annotation, EdmType.Double);
        if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    private static string Round(DateTime time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Utc
        ? time
        : throw new NotSupportedException($"DateTime {time:O} has a Kind of {time.Kind}; only UTC can be stored.");
}
