namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
/// <param name="actionType">What is done.</param>
/// <param name="entity">To what; its keys must be set.</param>
/// <param name="etag">The version that an update or delete expects; the entity's own is not looked at.</param>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    /// <summary>An action on whatever version there is.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>What is done.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>To what.</summary>
    public ITableEntity Entity { get; } = entity;

    /// <summary>The expected version; default for any.</summary>
    public ETag ETag { get; } = etag;
}
