using Azure.Storage.Queues;
using FlowLog.Chunks;

namespace FlowLogFunctions.Storage;

/// <summary>The queue from capture to ingest: a batch a message, never expiring.</summary>
internal sealed class BatchQueue(StorageClients storage)
{
    public const string Name = "flowlog-batches";

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _queue = storage.Queues.GetQueueClient(Name);

    public Task CreateAsync(CancellationToken cancellation) => _queue.CreateIfNotExistsAsync(cancellationToken: cancellation);

    public Task SendAsync(Batch batch, CancellationToken cancellation) =>
        _queue.SendMessageAsync(new BinaryData(BatchMessage.Encode(batch)), timeToLive: Forever, cancellationToken: cancellation);
}
