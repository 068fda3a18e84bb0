using Azure;
using Azure.Storage.Queues;

namespace FlowLogFunctions.Storage;

/// <summary>The poison queues beside the app's own: what could not be processed lies there until somebody moves it.</summary>
internal sealed class PoisonQueues(StorageClients storage)
{
    /// <summary>The queues that have one.</summary>
    public static readonly IReadOnlyList<string> Queues = [QueueNames.Batches, QueueNames.FlowLogChanges];

    private const int MessagesPerCall = 32;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>How long messages are hidden from others, should nobody put them back.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(60);

    /// <summary>The first messages beside a queue; put each back or move it.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> TakeAsync(string queue, int most, CancellationToken cancellation)
    {
        var taken = new List<PoisonMessage>();
        try
        {
            while (taken.Count < most)
            {
                var count = Math.Min(MessagesPerCall, most - taken.Count);
                if ((await PoisonOf(queue).ReceiveMessagesAsync(count, Hidden, cancellation)).Value is not { Length: > 0 } messages)
                    break;
                taken.AddRange(messages.Select(message => new PoisonMessage(
                    queue, message.MessageId, message.PopReceipt, message.Body.ToString(), Decoded(message.Body.ToString()), message.InsertedOn ?? default)));
            }
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The host makes the queue when it needs it.
        }

        return taken;
    }

    /// <summary>Lets others see messages again.</summary>
    public async Task PutBackAsync(IEnumerable<PoisonMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            try
            {
                await PoisonOf(message.Queue).UpdateMessageAsync(message.Id, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellation);
            }
            catch (RequestFailedException fault) when (fault.Status is 400 or 404)
            {
                // Somebody else has it by now.
            }
        }
    }

    /// <summary>Puts a message into the queue that it came from. Sent before it is deleted: a crash in between makes two, never none.</summary>
    public async Task MoveAsync(PoisonMessage message, CancellationToken cancellation)
    {
        await storage.PlainQueues.GetQueueClient(message.Queue).SendMessageAsync(message.Text, timeToLive: Forever, cancellationToken: cancellation);
        try
        {
            await PoisonOf(message.Queue).DeleteMessageAsync(message.Id, message.PopReceipt, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status is 400 or 404)
        {
            // Somebody else has it by now, and will move it again.
        }
    }

    private QueueClient PoisonOf(string queue) => storage.PlainQueues.GetQueueClient(queue + QueueNames.PoisonSuffix);

    private static byte[]? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
