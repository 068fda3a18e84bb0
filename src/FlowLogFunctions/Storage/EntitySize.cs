using Azure.Data.Tables;

namespace FlowLogFunctions.Storage;

/// <summary>
/// An entity's bytes as the Table service counts them against <see cref="TableLimits.EntityBytes"/>: 4 bytes, its keys at 2 a character, and
/// for each property 8, its name at 2 a character, and its value; lengths of texts and bytes take 4 more. Source: "Understanding Windows Azure
/// Storage Billing" and "Understanding the Table service data model". Azurite does not count.
/// </summary>
internal static class EntitySize
{
    private const int OfTimestamp = 8 + (9 * 2) + 8;

    public static long Of(TableEntity entity) =>
        4 + ((entity.PartitionKey.Length + entity.RowKey.Length) * 2L) + OfTimestamp + Values(entity).Sum(pair => 8 + (pair.Key.Length * 2L) + OfValue(pair.Value));

    /// <summary>Whether storage takes the entity.</summary>
    public static bool Fits(TableEntity entity) => Of(entity) <= TableLimits.EntityBytes && Values(entity).Count() <= TableLimits.Properties;

    private static IEnumerable<KeyValuePair<string, object>> Values(TableEntity entity) =>
        entity.Where(pair => pair.Key is not (nameof(TableEntity.PartitionKey) or nameof(TableEntity.RowKey) or nameof(TableEntity.Timestamp) or "odata.etag"));

    private static long OfValue(object value) => value switch
    {
        byte[] bytes => 4L + bytes.Length,
        string text => 4 + (text.Length * 2L),
        bool => 1,
        int => 4,
        long or double or DateTimeOffset or DateTime => 8,
        Guid => 16,
        _ => throw new ArgumentException($"Properties of {value.GetType()} are not known.", nameof(value)),
    };
}
