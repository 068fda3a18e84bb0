using Azure;
using Azure.Storage.Queues;

namespace FlowLogFunctions.Storage;

/// <summary>How full the queues are, without taking anything from them.</summary>
internal sealed class QueueDepths(StorageClients storage)
{
    public async Task<QueueDepth> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var messages = CountAsync(QueueNames.Batches, cancellation);
        var oldest = OldestAsync(cancellation);
        var poison = Task.WhenAll(PoisonQueues.Queues.Select(queue => CountAsync(queue + QueueNames.PoisonSuffix, cancellation)));
        await Task.WhenAll(messages, oldest, poison);
        return new(await messages, (now - await oldest)?.TotalSeconds is { } age ? Math.Max(0, Math.Round(age, 1)) : null, (await poison).Sum());
    }

    /// <summary>A queue that does not exist yet is empty.</summary>
    private async Task<int> CountAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            return (await Of(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return 0;
        }
    }

    private async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellation)
    {
        try
        {
            return (await Of(QueueNames.Batches).PeekMessagesAsync(1, cancellation)).Value is [var first, ..] ? first.InsertedOn : null;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    private QueueClient Of(string queue) => storage.PlainQueues.GetQueueClient(queue);
}
