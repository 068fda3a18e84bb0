using System.Text.Json;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>
/// Changes of a scope's inventory, one decision after another, so that what one has looked at holds until it is carried out:
/// no reference breaks and no address is given twice.
/// </summary>
internal sealed class NetworkDecisions(ControlGuard guard)
{
    /// <summary>The name under which everything decides that refers to the inventory, flow logs included.</summary>
    public const string Guard = "network";

    /// <param name="decide">The new item, or why not; may run again.</param>
    public Task<Outcome<Versioned<T>>> CreateAsync<T>(
        InventoryStore<T> store, Scope scope, Func<ControlChanges, Task<Outcome<T>>> decide, CancellationToken cancellation)
        where T : InventoryItem =>
        DecideAsync(store, scope, async changes =>
        {
            if (!(await decide(changes)).Is(out var item, out var refusal))
                return refusal;
            changes.Add(store.Row(item.Id), item);
            return new Versioned<T>(item, "");
        }, cancellation);

    /// <param name="ifMatch">The version to change; null for any.</param>
    /// <param name="decide">The changed item, or why not; may run again. An equal item changes nothing.</param>
    public Task<Outcome<Versioned<T>>> ChangeAsync<T>(
        InventoryStore<T> store, Scope scope, string id, string? ifMatch, Func<T, ControlChanges, Task<Outcome<T>>> decide, CancellationToken cancellation)
        where T : InventoryItem =>
        DecideAsync(store, scope, async changes =>
        {
            if (!(await FindAsync(store, scope, id, ifMatch, cancellation)).Is(out var found, out var refusal))
                return refusal;
            if (!(await decide(found.Value, changes)).Is(out var item, out refusal))
                return refusal;
            if (IsSame(item, found.Value))
                return found;
            changes.Replace(store.Row(id), item, found.ETag);
            return new Versioned<T>(item, found.ETag);
        }, cancellation);

    /// <param name="holders">What refers to the item and so keeps it.</param>
    /// <param name="ended">What else changes with it; may run again.</param>
    public async Task<Refusal?> DeleteAsync<T>(
        InventoryStore<T> store, Scope scope, string id, string? ifMatch, Func<T, IAsyncEnumerable<FieldProblem>> holders, CancellationToken cancellation,
        Func<T, ControlChanges, Task>? ended = null)
        where T : InventoryItem
    {
        var outcome = await DecideAsync(store, scope, async changes =>
        {
            if (!(await FindAsync(store, scope, id, ifMatch, cancellation)).Is(out var found, out var refusal))
                return refusal;
            if (await holders(found.Value).ToListAsync(cancellation) is { Count: > 0 } held)
                return Dependency.Violation(store.Kind, id, held);
            changes.Remove(store.Row(id), found.ETag);
            if (ended is not null)
                await ended(found.Value, changes);
            return found;
        }, cancellation);
        return outcome.Refusal;
    }

    private async Task<Outcome<Versioned<T>>> DecideAsync<T>(
        InventoryStore<T> store, Scope scope, Func<ControlChanges, Task<Outcome<Versioned<T>>>> decide, CancellationToken cancellation)
        where T : InventoryItem
    {
        ControlChanges? made = null;
        var outcome = await guard.DecideAsync(ControlKeys.Partition(scope), Guard, changes => decide(made = changes), cancellation);
        if (!outcome.Is(out var found, out var refusal))
            return refusal;
        return made!.ETagOf(store.Row(found.Value.Id)) is { } etag ? found with { ETag = etag } : found;
    }

    private static async Task<Outcome<Versioned<T>>> FindAsync<T>(
        InventoryStore<T> store, Scope scope, string id, string? ifMatch, CancellationToken cancellation)
        where T : InventoryItem
    {
        if (await store.FindAsync(scope, id, cancellation) is not { } found)
            return store.NotFound(id);
        return ifMatch is null || ifMatch == found.ETag ? found.Versioned : Refusal.PreconditionFailed(store.Kind.Name);
    }

    /// <summary>As rows: records with lists do not compare by what they hold.</summary>
    private static bool IsSame<T>(T one, T other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, Json.Options).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Json.Options));
}
