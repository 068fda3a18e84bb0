using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Asks for the settling of flow logs. A message that gets lost costs a minute: <see cref="RepairFlowLogs"/> finds the flow log.</summary>
internal sealed class FlowLogChanges(MessageQueues queues)
{
    public Task SendAsync(Scope scope, string id, CancellationToken cancellation) =>
        queues.TrySendAsync(QueueNames.FlowLogChanges, new FlowLogChange(scope.AccountId, scope.Region, id, MessageTrace.Text).Write(), cancellation);
}
