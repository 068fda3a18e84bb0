using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Settles the flow logs of a scope whose message was lost: those in a passing state for longer than a message takes. Forgets those that ended long ago.</summary>
internal sealed class RepairFlowLogs(FlowLogStore flowLogs, EndedFlowLogs ended, SettleFlowLog settle, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(Scope scope, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Patience;
        await foreach (var row in flowLogs.AllAsync(scope, cancellation))
            if (row.Value.Status.IsPassing() && row.Value.StatusChangedAt <= since)
                await settle.RunAsync(scope, row.Value.Id, cancellation);
        await ended.ForgetAsync(scope, time.GetUtcNow(), cancellation);
    }
}
