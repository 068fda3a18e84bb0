using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Begins the activation, deactivation or deletion of a flow log; settling ends it.</summary>
internal sealed class ChangeFlowLogStatus(FlowLogStore flowLogs, FlowLogChanges changes, DescribeFlowLogs describe, TimeProvider time)
{
    public Task<Outcome<Versioned<FlowLogAnswer>>> ActivateAsync(Caller caller, string id, string? ifMatch, CancellationToken cancellation) =>
        ShowAsync(caller, id, FlowLogStatus.Activating, ifMatch, cancellation);

    public Task<Outcome<Versioned<FlowLogAnswer>>> DeactivateAsync(Caller caller, string id, string? ifMatch, CancellationToken cancellation) =>
        ShowAsync(caller, id, FlowLogStatus.Deactivating, ifMatch, cancellation);

    public async Task<Refusal?> DeleteAsync(Caller caller, string id, string? ifMatch, CancellationToken cancellation) =>
        (await BeginAsync(caller, id, FlowLogStatus.Deleting, ifMatch, cancellation)).Refusal;

    private async Task<Outcome<Versioned<FlowLogAnswer>>> ShowAsync(
        Caller caller, string id, FlowLogStatus passing, string? ifMatch, CancellationToken cancellation) =>
        (await BeginAsync(caller, id, passing, ifMatch, cancellation)).Is(out var row, out var refusal)
            ? await describe.ShowAsync(caller, row, cancellation)
            : refusal;

    private async Task<Outcome<Stored<FlowLog>>> BeginAsync(
        Caller caller, string id, FlowLogStatus passing, string? ifMatch, CancellationToken cancellation)
    {
        var begun = await flowLogs.ChangeAsync(caller.Scope, id, ifMatch, flowLog => flowLog.Begin(passing, time.GetUtcNow()), cancellation);
        if (begun.Refusal is null)
            await changes.SendAsync(caller.Scope, id, cancellation);
        return begun;
    }
}
