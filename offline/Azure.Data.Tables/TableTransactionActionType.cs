namespace Azure.Data.Tables;

/// <summary>What an action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; the transaction fails with 409 if the entity exists.</summary>
    Add = 0,

    /// <summary>Merges into an entity that exists.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an entity that exists.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes; the transaction fails with 404 if the entity does not exist.</summary>
    Delete = 3,

    /// <summary>Merges, or inserts.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces, or inserts.</summary>
    UpsertReplace = 5,
}
