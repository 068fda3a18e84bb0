using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Queues;

internal sealed class TextFunction(Inbox inbox)
{
    [Function("TakeText")]
    public Task Take([QueueTrigger("%Queue%", Connection = "TestStorage")] string message, CancellationToken cancellation) =>
        inbox.HandleAsync(message, cancellation);
}
