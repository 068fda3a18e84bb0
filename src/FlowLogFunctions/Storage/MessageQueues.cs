using Azure;
using Azure.Storage.Queues;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Storage;

/// <summary>The app's storage queues, of <see cref="QueueNames"/>.</summary>
internal sealed partial class MessageQueues(StorageClients storage, Telemetry telemetry, ILogger<MessageQueues> log)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Makes a queue where it is missing; done once at start.</summary>
    public Task CreateAsync(string queue, CancellationToken cancellation) => Of(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <summary>Sends a message that never expires.</summary>
    /// <param name="message">At most <see cref="TableLimits.MessageBytes"/> bytes.</param>
    public async Task SendAsync(string queue, BinaryData message, CancellationToken cancellation)
    {
        await Of(queue).SendMessageAsync(message, timeToLive: Forever, cancellationToken: cancellation);
        telemetry.Sent(queue);
    }

    /// <summary>Sends a message that only makes sooner what would come anyway: a failure is logged, and false.</summary>
    public async Task<bool> TrySendAsync(string queue, BinaryData message, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(queue, message, cancellation);
            return true;
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            telemetry.Unsent(queue);
            LogNotSent(log, queue, fault);
            return false;
        }
    }

    private QueueClient Of(string queue) => storage.Queues.GetQueueClient(queue);

    [LoggerMessage(410, LogLevel.Warning, "A message could not be sent to the queue {Queue}")]
    private static partial void LogNotSent(ILogger logger, string queue, Exception fault);
}
