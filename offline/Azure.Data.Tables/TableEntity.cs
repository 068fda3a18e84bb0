#nullable disable annotations // as the official package, so that the same callers compile with either

using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of typed properties.</summary>
/// <remarks>
/// Values are string, int, long, double, bool, byte[], BinaryData, DateTime (UTC), DateTimeOffset, Guid or null.
/// As read from the service, binary values are byte[] and times are DateTimeOffset.
/// </remarks>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> _properties;

    /// <summary>An entity without properties.</summary>
    public TableEntity() => _properties = [];

    /// <summary>An entity with its two keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>An entity with a copy of these properties.</summary>
    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(PropertyNames.PartitionKey);
        set => _properties[PropertyNames.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(PropertyNames.RowKey);
        set => _properties[PropertyNames.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyNames.Timestamp);
        set => _properties[PropertyNames.Timestamp] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(PropertyNames.ETag));
        set => _properties[PropertyNames.ETag] = value.ToString();
    }

    /// <summary>A string property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public string GetString(string key) => Get<string>(key);

    /// <summary>A binary property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public byte[] GetBinary(string key) => Get<byte[]>(key);

    /// <summary>A binary property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public BinaryData GetBinaryData(string key) =>
        Find(key) is byte[] bytes ? new BinaryData(bytes) : Get<BinaryData>(key);

    /// <summary>A Boolean property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>A time as UTC; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public DateTime? GetDateTime(string key) =>
        Find(key) is DateTimeOffset time ? time.UtcDateTime : Get<DateTime?>(key);

    /// <summary>A time; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        Find(key) is DateTime time ? new DateTimeOffset(time) : Get<DateTimeOffset?>(key);

    /// <summary>A double property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>A GUID property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>A 32-bit property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>A 64-bit property; null if absent. Throws <see cref="InvalidOperationException"/> if of another type.</summary>
    public long? GetInt64(string key) => Get<long?>(key);

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private T Get<T>(string key) => Find(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
    };

    // A property that holds a long or a double keeps that type when an int is put into it, so that its column keeps one type.
    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = (_properties.GetValueOrDefault(key), value) switch
        {
            (double, int number) => (double)number,
            (long, int number) => (long)number,
            (string, DateTime or DateTimeOffset) => value.ToString(),
            _ => value,
        };
    }
}
