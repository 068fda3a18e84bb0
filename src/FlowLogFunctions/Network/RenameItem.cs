using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Changes name and description, which is all that may change of a VPC and of a VSwitch.</summary>
internal sealed class RenameItem(NetworkDecisions decisions)
{
    public async Task<Outcome<Versioned<T>>> RunAsync<T>(
        InventoryStore<T> store, Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation)
        where T : InventoryItem
    {
        var name = body.Text("name", rule: InventoryRules.Name);
        var description = body.Text("description", rule: InventoryRules.Description);
        if (body.IsInvalid(out var refusal))
            return refusal;
        return await decisions.ChangeAsync(store, scope, id, ifMatch, (item, _) => Task.FromResult<Outcome<T>>(item with
        {
            Name = name ?? item.Name,
            Description = description ?? item.Description,
        }), cancellation);
    }
}
