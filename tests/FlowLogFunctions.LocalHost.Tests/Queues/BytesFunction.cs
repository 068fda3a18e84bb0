using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Queues;

internal sealed class BytesFunction(Inbox inbox)
{
    [Function("TakeBytes")]
    public Task Take([QueueTrigger("%Queue%", Connection = "TestStorage")] byte[] message, CancellationToken cancellation) =>
        inbox.HandleAsync(Encoding.UTF8.GetString(message), cancellation);
}
