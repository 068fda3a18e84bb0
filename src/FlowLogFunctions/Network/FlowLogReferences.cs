using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Finds the flow logs, active or not, of a resource of the inventory.</summary>
internal sealed class FlowLogReferences(ControlTable table)
{
    private const string FlowLogRows = "flowlog";

    /// <summary>What matters here of a flow log's row.</summary>
    private sealed record FlowLogRow(string? Name, string? ResourceType, string? ResourceId);

    /// <param name="kind">The resource's, whose name is the flow log's resourceType: ENI, VSwitch or VPC.</param>
    public IAsyncEnumerable<FieldProblem> OfAsync(Scope scope, InventoryKind kind, string id, CancellationToken cancellation)
    {
        var prefix = ControlKeys.Prefix(FlowLogRows);
        return table.AllAsync<FlowLogRow>(ControlKeys.Partition(scope), prefix, cancellation)
            .Where(row => row.Value.ResourceId == id && kind.Name.Equals(row.Value.ResourceType, StringComparison.OrdinalIgnoreCase))
            .Select(row => Dependency.Of("flow log", row.Row[prefix.Length..], row.Value.Name ?? ""));
    }
}
