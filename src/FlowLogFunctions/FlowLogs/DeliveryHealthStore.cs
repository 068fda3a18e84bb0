using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Rows of delivery health, one a flow log.</summary>
internal sealed class DeliveryHealthStore(ControlTable table)
{
    private const string Kind = "flowlogdelivery";

    public async Task<DeliveryHealth?> FindAsync(Scope scope, string id, CancellationToken cancellation) =>
        (await table.FindAsync<DeliveryHealth>(ControlKeys.Partition(scope), ControlKeys.Row(Kind, id), cancellation))?.Value;

    public Task PutAsync(Scope scope, string id, DeliveryHealth health, CancellationToken cancellation) =>
        table.PutAsync(ControlKeys.Partition(scope), ControlKeys.Row(Kind, id), health, cancellation);

    /// <summary>Removes the rows of flow logs that are none of these.</summary>
    public async Task KeepAsync(Scope scope, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        var prefix = ControlKeys.Prefix(Kind);
        await foreach (var row in table.AllAsync<DeliveryHealth>(ControlKeys.Partition(scope), prefix, cancellation))
            if (!ids.Contains(row.Row[prefix.Length..]))
                await table.RemoveAsync(ControlKeys.Partition(scope), row.Row, row.ETag, cancellation);
    }
}
