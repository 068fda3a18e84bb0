namespace FlowLogFunctions.Storage;

/// <summary>
/// What the Table and Queue services take, with units. Sources: learn.microsoft.com "Understanding the Table service data model",
/// "Performing entity group transactions", "Scalability targets for Queue Storage". Azurite does not enforce the entity's size.
/// </summary>
internal static class TableLimits
{
    /// <summary>Bytes of one binary property: 64 KiB.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Bytes of one entity with its names and keys: 1 MiB.</summary>
    public const int EntityBytes = 1024 * 1024;

    /// <summary>Bytes of one transaction's request with base64 and headers: 4 MiB.</summary>
    public const int TransactionBytes = 4 * 1024 * 1024;

    /// <summary>Operations of one transaction.</summary>
    public const int TransactionOperations = 100;

    /// <summary>Properties of one entity, without its keys and timestamp.</summary>
    public const int Properties = 252;

    /// <summary>Entities of one page of an answer.</summary>
    public const int PageEntities = 1000;

    /// <summary>Bytes of a queue message once it is base64: 64 KiB, so 48 KiB before.</summary>
    public const int MessageBytes = 48 * 1024;
}
