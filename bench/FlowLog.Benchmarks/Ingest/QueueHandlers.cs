using System.Threading.Channels;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FlowLogFunctions.Ingest;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>Takes messages as the Storage Queues extension does: some at once, handled in parallel, each deleted when it is done.</summary>
internal sealed class QueueHandlers(QueueClient queue, IngestBatch ingest)
{
    public const int Handlers = 8;

    /// <summary>host.json: batchSize.</summary>
    private const int TakenAtOnce = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Until so many messages have been handled and deleted.</summary>
    public async Task RunAsync(int messages, CancellationToken cancellation)
    {
        var waiting = Channel.CreateBounded<QueueMessage>(TakenAtOnce);
        var handling = Enumerable.Range(0, Handlers).Select(_ => Task.Run(() => RunAsync(waiting, cancellation), cancellation)).ToList();
        for (var taken = 0; taken < messages;)
        {
            QueueMessage[] batch = await queue.ReceiveMessagesAsync(TakenAtOnce, Lease, cancellation);
            foreach (var message in batch)
                await waiting.Writer.WriteAsync(message, cancellation);
            taken += batch.Length;
        }

        waiting.Writer.Complete();
        await Task.WhenAll(handling);
    }

    private async Task RunAsync(Channel<QueueMessage> waiting, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in waiting.Reader.ReadAllAsync(cancellation))
            {
                await ingest.RunAsync(message.Body.ToMemory(), cancellation);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            }
        }
        catch (Exception fault)
        {
            // Nobody would take what is written then.
            waiting.Writer.TryComplete(fault);
            throw;
        }
    }
}
