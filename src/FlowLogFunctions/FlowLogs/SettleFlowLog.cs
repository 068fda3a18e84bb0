using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Ends the passing state of a flow log. Does nothing to one that is gone or settled, so it may run any number of times.</summary>
internal sealed class SettleFlowLog(FlowLogStore flowLogs, EndedFlowLogs ended, InterfaceCoverage interfaces, TimeProvider time)
{
    public async Task RunAsync(Scope scope, string id, CancellationToken cancellation)
    {
        while (await flowLogs.FindAsync(scope, id, cancellation) is { } found && found.Value.Status.IsPassing())
        {
            await ended.NoteAsync(scope, found.Value, cancellation);
            var settled = found.Value.Settle(time.GetUtcNow());
            var isDone = settled is not null
                ? await flowLogs.ReplaceAsync(scope, found, settled, cancellation)
                : await flowLogs.RemoveAsync(scope, found, cancellation);
            if (!isDone)
                continue;
            if (settled?.IsCapturing == true)
                await interfaces.BeginAsync(scope, cancellation);
            return;
        }
    }
}
