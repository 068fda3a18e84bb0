using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Rows of one kind of resource, by their ids, in the partition of an account's region.</summary>
internal abstract class InventoryStore<T>(ControlTable table, InventoryKind kind)
    where T : InventoryItem
{
    public InventoryKind Kind => kind;

    public string Row(string id) => ControlKeys.Row(kind.Row, id);

    /// <summary>Null if there is none, or <paramref name="id"/> is no id of this kind.</summary>
    public async Task<Stored<T>?> FindAsync(Scope scope, string id, CancellationToken cancellation) =>
        kind.IsId(id) ? await table.FindAsync<T>(ControlKeys.Partition(scope), Row(id), cancellation) : null;

    /// <summary>In the order of their ids.</summary>
    public IAsyncEnumerable<Stored<T>> AllAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<T>(ControlKeys.Partition(scope), ControlKeys.Prefix(kind.Row), cancellation);

    public async Task<Outcome<Versioned<T>>> GetAsync(Scope scope, string id, CancellationToken cancellation) =>
        await FindAsync(scope, id, cancellation) is { } found ? found.Versioned : NotFound(id);

    /// <summary>The page that the query asks for by <c>limit</c>, <c>cursor</c> and the filters.</summary>
    public async Task<Outcome<Page<T>>> ListAsync(
        Scope scope, QueryReader query, InventoryFilters<T> filters, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        var where = filters.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        var found = await table.PageAsync(ControlKeys.Partition(scope), ControlKeys.Prefix(kind.Row), page, cancellation, where);
        return found.Select(row => row.Value);
    }

    public Refusal NotFound(string id) => Refusal.NotFound(kind.Name, id.Length > 60 ? id[..60] + "…" : id, kind.NotFound);

    /// <summary>The problem of a body that names a resource which is not there, or another account's or region's.</summary>
    public FieldProblem NoSuch(string field, string id) =>
        new(field, kind.NotFound, $"names {kind.Name} '{(id.Length > 60 ? id[..60] + "…" : id)}', which is not in this account and region.");
}
