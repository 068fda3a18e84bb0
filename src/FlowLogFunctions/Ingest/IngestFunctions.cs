using FlowLogFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Ingest;

/// <summary>Queue to Logstores.</summary>
internal sealed class IngestFunctions(IngestBatch ingest)
{
    [Function("IngestBatch")]
    public Task IngestAsync([QueueTrigger(QueueNames.Batches)] byte[] message, CancellationToken cancellation) =>
        ingest.RunAsync(message, cancellation);
}
