using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads entities of the Table service's JSON with minimal metadata, straight from the bytes received.</summary>
internal static class EntityReader
{
    /// <summary>Reads one entity.</summary>
    /// <exception cref="JsonException">The bytes are not an entity.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> json) => Guard(json, static bytes =>
    {
        var reader = new Utf8JsonReader(bytes.Span);
        reader.Read();
        var entity = ReadEntity(ref reader, new PropertyNameCache());
        if (reader.Read()) throw new JsonException("There is something behind the entity.");
        return entity;
    });

    /// <summary>Reads the entities of a query's page, an object whose "value" is an array.</summary>
    /// <exception cref="JsonException">The bytes are not a page of entities.</exception>
    public static List<TableEntity> ReadPage(ReadOnlyMemory<byte> json) => Guard(json, static bytes =>
    {
        var reader = new Utf8JsonReader(bytes.Span);
        var entities = new List<TableEntity>();
        var names = new PropertyNameCache();
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            Expect(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) entities.Add(ReadEntity(ref reader, names));
        }

        if (reader.Read()) throw new JsonException("There is something behind the page.");
        return entities;
    });

    private static T Guard<T>(ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(json);
        }
        catch (Exception corrupt) when (corrupt is FormatException or InvalidOperationException or OverflowException)
        {
            throw new JsonException("The service's answer has a value that is not of its type.", corrupt);
        }
    }

    private static TableEntity ReadEntity(ref Utf8JsonReader reader, PropertyNameCache names)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An entity must be an object.");
        var entity = new TableEntity();
        var types = new PendingTypes();
        for (var ordinal = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; ordinal++)
        {
            var name = names.Read(ref reader, ordinal);
            reader.Read();
            if (name.Annotates is { } annotated) Annotate(entity, ref types, annotated, TypeOf(ref reader));
            else if (IsKept(name.Text)) entity.SetStored(name.Text, ReadValue(ref reader, name.Text, types.Take(name.Text)));
            else reader.Skip();
        }

        return entity;
    }

    private static object? ReadValue(ref Utf8JsonReader reader, string name, string? type) =>
        PropertyValue.Read(ref reader, name == PropertyNames.Timestamp ? EdmType.DateTime : type);

    // The service writes a type before its value; a type that comes after is applied to the text that was read.
    private static void Annotate(TableEntity entity, ref PendingTypes types, string name, string type)
    {
        if (entity.TryGetValue(name, out var value)) entity.SetStored(name, PropertyValue.Convert(value, type));
        else types.Add(name, type);
    }

    private static bool IsKept(string name) => name == PropertyNames.ETag || !name.StartsWith("odata.", StringComparison.Ordinal);

    // One of few constants, compared as bytes so that no string is made.
    private static string TypeOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A type must be a string.");
        if (reader.ValueTextEquals("Edm.Binary"u8)) return EdmType.Binary;
        if (reader.ValueTextEquals("Edm.Int64"u8)) return EdmType.Int64;
        if (reader.ValueTextEquals("Edm.DateTime"u8)) return EdmType.DateTime;
        return reader.GetString()!;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token) throw new JsonException($"Expected {token}, found {reader.TokenType}.");
    }
}
