#nullable disable annotations // as the official package, so that the same callers compile with either

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Inserts an entity; 409 EntityAlreadyExists is an error. The response bears its ETag.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        AssertKeys(entity);
        return _entities.AddAsync(entity, cancellationToken);
    }

    /// <summary>Changes an entity that exists (404 if not) in the version given (412 if not that), or in any: <see cref="ETag.All"/>.</summary>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        AssertKeys(entity);
        if (ifMatch == default) throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        return _entities.PutAsync(entity, mode, ifMatch, cancellationToken);
    }

    /// <summary>Changes an entity, or inserts it.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        AssertKeys(entity);
        return _entities.PutAsync(entity, mode, default, cancellationToken);
    }

    /// <summary>Deletes an entity in the version given, or in any by default; the response has status 404 if there was none.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return _entities.DeleteAsync(partitionKey, rowKey, ifMatch, cancellationToken);
    }

    /// <summary>Deletes an entity in the version given, or in any by default; the response has status 404 if there was none.</summary>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        AssertKeys(entity);
        return _entities.DeleteAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Does all actions, on entities of one partition, or none: at most 100 actions in 4 MiB.</summary>
    /// <exception cref="TableTransactionFailedException">An action failed; it says which.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        if (actions.Length == 0) throw new InvalidOperationException("Transaction contains no operations.");
        foreach (var action in actions) AssertKeys(action.Entity);
        return _entities.TransactAsync(actions, cancellationToken);
    }

    private static void AssertKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
    }
}
