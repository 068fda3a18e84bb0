using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>Takes messages from a queue in batches and has them handled in parallel.</summary>
internal sealed partial class QueueListener(
    QueueClient queue, MessageHandling handling, QueueSettings settings, TimeProvider time, ILogger logger)
{
    private readonly PollingDelay _delay = new(settings.MaxPollingInterval);
    private bool _queueIsThere;
    private bool _failing;

    /// <summary>Takes messages until <paramref name="stopping"/>, then waits for those that are being handled.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken graceOver)
    {
        var handled = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var batch = await ReceiveAsync();
            if (stopping.IsCancellationRequested)
                await Task.WhenAll(batch.Select(ReturnAsync));
            else if (batch.Length == 0)
                await Task.Delay(_delay.Next(), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await StartAsync(batch, handled, graceOver);
        }

        await Task.WhenAll(handled);
    }

    /// <summary>Returns when few enough messages are being handled to take more.</summary>
    private async Task StartAsync(QueueMessage[] batch, List<Task> handled, CancellationToken graceOver)
    {
        _delay.Reset();
        handled.AddRange(batch.Select(message => Task.Run(() => handling.HandleAsync(message, graceOver), CancellationToken.None)));
        handled.RemoveAll(task => task.IsCompleted);
        while (handled.Count > settings.NewBatchThreshold)
            handled.Remove(await Task.WhenAny(handled));
    }

    /// <summary>Not cancelled when the host stops: messages whose answer nobody reads would stay hidden for their whole lease.</summary>
    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            if (!_queueIsThere) await queue.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
            _queueIsThere = true;
            QueueMessage[] batch = await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, CancellationToken.None);
            _failing = false;
            return batch;
        }
        catch (Exception problem) when (problem is RequestFailedException or AggregateException or IOException)
        {
            if (!_failing) Log.NotReceived(logger, problem, queue.Name);
            _failing = true;
            _queueIsThere = false;
            return [];
        }
    }

    private async Task ReturnAsync(QueueMessage message)
    {
        await using var lease = new MessageLease(queue, message, settings.Lease, time);
        await lease.ReleaseAsync(TimeSpan.Zero, CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 933, Level = LogLevel.Warning, Message = "The queue {Queue} cannot be read; it is tried again.")]
        public static partial void NotReceived(ILogger logger, Exception problem, string queue);
    }
}
