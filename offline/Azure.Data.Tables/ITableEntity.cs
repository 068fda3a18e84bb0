#nullable disable annotations // as the official package, so that the same callers compile with either

namespace Azure.Data.Tables;

/// <summary>What every row of a table has.</summary>
public interface ITableEntity
{
    /// <summary>The partition: rows of one partition can change in one transaction.</summary>
    string PartitionKey { get; set; }

    /// <summary>The row's key, unique in its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed the row, UTC; null before it has been stored.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row as it was read; default before that.</summary>
    ETag ETag { get; set; }
}
