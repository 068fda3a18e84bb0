using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Settles the flow logs of a scope whose message was lost: those in a passing state for longer than a message takes. Forgets those that ended and were captured.</summary>
internal sealed class RepairFlowLogs(FlowLogStore flowLogs, ForgetEndedFlowLogs forget, SettleFlowLog settle, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(Scope scope, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Patience;
        await foreach (var row in flowLogs.AllAsync(scope, cancellation))
            if (row.Value.Status.IsPassing() && row.Value.StatusChangedAt <= since)
                await settle.RunAsync(scope, row.Value.Id, cancellation);
        await forget.RunAsync(scope, cancellation);
    }
}
