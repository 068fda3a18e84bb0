using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Ends the passing state of a flow log. Does nothing to one that is gone or settled, so it may run any number of times.</summary>
internal sealed class SettleFlowLog(FlowLogStore flowLogs, EndedFlowLogs ended, InterfaceCoverage interfaces, Telemetry telemetry, TimeProvider time)
{
    private const string Work = "settle flow log";

    /// <summary>What a message asks for, in the trace of the call that sent it.</summary>
    /// <exception cref="FlowLogChangeException">The message is no change of a flow log; it belongs into the poison queue.</exception>
    public Task RunAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var change = Read(message);
        var activity = Traces.SentWork(Work, MessageTrace.ContextOf(change.TraceParent)).Of(change.Scope)?.SetTag("flowlog.flow_log", change.FlowLogId);
        return activity.RunAsync(() => RunAsync(change.Scope, change.FlowLogId, cancellation));
    }

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
            telemetry.Settled();
            if (settled?.IsCapturing == true)
                await interfaces.BeginAsync(scope, cancellation);
            return;
        }
    }

    private FlowLogChange Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            return FlowLogChange.Read(message.Span);
        }
        catch (FlowLogChangeException)
        {
            telemetry.Unreadable(QueueNames.FlowLogChanges);
            Traces.Unreadable(Work);
            throw;
        }
    }
}
