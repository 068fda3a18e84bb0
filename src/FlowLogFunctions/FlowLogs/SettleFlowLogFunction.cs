using FlowLogFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.FlowLogs;

internal sealed class SettleFlowLogFunction(SettleFlowLog settle)
{
    /// <exception cref="FlowLogChangeException">The message is no change of a flow log; after five attempts it goes to the poison queue.</exception>
    [Function("SettleFlowLog")]
    public Task SettleAsync([QueueTrigger(QueueNames.FlowLogChanges)] byte[] message, CancellationToken cancellation) => settle.RunAsync(message, cancellation);
}
