namespace Azure.Data.Tables.Protocol;

/// <summary>Values of headers that requests share.</summary>
internal static class TableHeaders
{
    public const string Json = "application/json";
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";
    public const string ReturnNoContent = "return-no-content";
}
