using System.Threading.Channels;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FlowLogFunctions.Ingest;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>Takes messages as the Storage Queues extension does: some at once, handled in parallel, each deleted when it is done.</summary>
/// <param name="committed">Called with the id of a message when all of it is in storage; null if nobody asks.</param>
internal sealed class QueueHandlers(QueueClient queue, IngestBatch ingest, Action<string>? committed = null)
{
    public const int Handlers = 8;

    /// <summary>host.json: batchSize.</summary>
    private const int TakenAtOnce = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long the queue is left alone when it was empty.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

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
            if (batch.Length == 0)
                await Task.Delay(Pause, cancellation);
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
                committed?.Invoke(message.MessageId);
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
