using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>A value as an entity: its JSON in binary properties of at most 64 KiB each (<c>v0</c>, <c>v1</c> …).</summary>
internal static class ControlRow
{
    /// <summary>Bytes of JSON that a row takes: what fits an entity with its keys.</summary>
    public const int MaxBytes = 15 * TableLimits.PropertyBytes;

    public static TableEntity Write<T>(string partition, string row, T value, string? etag = null)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options);
        if (json.Length > MaxBytes)
            throw new ArgumentException($"A row of {json.Length} bytes; at most {MaxBytes} fit.", nameof(value));
        var entity = new TableEntity(partition, row) { ETag = etag is null ? default : new ETag(etag) };
        for (var (part, at) = (0, 0); at < json.Length; part++, at += TableLimits.PropertyBytes)
            entity[Name(part)] = json[at..Math.Min(json.Length, at + TableLimits.PropertyBytes)];
        return entity;
    }

    public static Stored<T> Read<T>(TableEntity entity)
    {
        var json = new MemoryStream();
        for (var part = 0; entity.GetBinary(Name(part)) is { } bytes; part++)
            json.Write(bytes);
        var value = JsonSerializer.Deserialize<T>(json.GetBuffer().AsSpan(0, (int)json.Length), Json.Options)!;
        return new(entity.RowKey, value, entity.ETag.ToString());
    }

    private static string Name(int part) => FormattableString.Invariant($"v{part}");
}
