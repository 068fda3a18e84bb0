namespace Azure.Data.Tables.Protocol;

/// <summary>Properties that every entity has, as the wire spells them.</summary>
internal static class PropertyNames
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
}
