using Azure;
using Azure.Data.Tables;

namespace FlowLogFunctions.Storage;

/// <summary>Changes of rows of one partition that take effect together or not at all; at most 99.</summary>
internal sealed class ControlChanges(string partition)
{
    private readonly List<TableTransactionAction> _actions = [];

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    /// <summary>Fails all if the key is taken.</summary>
    public ControlChanges Add<T>(string row, T value) =>
        With(TableTransactionActionType.Add, ControlRow.Write(partition, row, value));

    /// <summary>Fails all if the row is no longer the version of <paramref name="etag"/>.</summary>
    public ControlChanges Replace<T>(string row, T value, string etag) =>
        With(TableTransactionActionType.UpdateReplace, ControlRow.Write(partition, row, value, etag));

    public ControlChanges Put<T>(string row, T value) =>
        With(TableTransactionActionType.UpsertReplace, ControlRow.Write(partition, row, value));

    /// <summary>Fails all if the row is gone, or (with an ETag) another version.</summary>
    public ControlChanges Remove(string row, string? etag = null) =>
        With(TableTransactionActionType.Delete, new TableEntity(partition, row) { ETag = etag is null ? ETag.All : new ETag(etag) });

    private ControlChanges With(TableTransactionActionType type, TableEntity entity)
    {
        _actions.Add(new TableTransactionAction(type, entity, entity.ETag));
        return this;
    }
}
