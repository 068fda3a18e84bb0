using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FlowLogFunctions.LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>Handles one message as the Storage Queues extension does: done, tried again, or put aside in the poison queue.</summary>
/// <param name="poison">Null for a poison queue's own function: what fails there stays hidden until its lease ends.</param>
internal sealed partial class MessageHandling(
    FunctionMethod function, QueueClient queue, QueueClient? poison, QueueSettings settings, IServiceScopeFactory scopes, TimeProvider time, ILogger logger)
{
    /// <summary>Poison messages are kept until someone looks at them.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly FunctionInvoker<BinaryData> _invoker = new(function, MessageContent.ArgumentOf);

    /// <summary>Storage errors are logged: the message then comes again when its lease ends.</summary>
    public async Task HandleAsync(QueueMessage message, CancellationToken graceOver)
    {
        try
        {
            await using var lease = new MessageLease(queue, message, settings.Lease, time);
            if (message.DequeueCount > settings.MaxDequeueCount)
                await PoisonAsync(message, lease, "it was taken too often");
            else if (MessageContent.Decode(message.MessageText, settings.IsBase64) is { } content)
                await RunAsync(message, content, lease, graceOver);
            else
                await PoisonAsync(message, lease, "it is not base64");
        }
        catch (Exception problem)
        {
            Log.NotEnded(logger, problem, message.MessageId, queue.Name);
        }
    }

    private async Task RunAsync(QueueMessage message, BinaryData content, MessageLease lease, CancellationToken graceOver)
    {
        lease.KeepRenewed();
        if (await SucceedsAsync(content, message, graceOver))
            await lease.DeleteAsync(CancellationToken.None);
        else if (message.DequeueCount >= settings.MaxDequeueCount)
            await PoisonAsync(message, lease, $"it failed {message.DequeueCount} times");
        else if (poison is not null)
            await lease.ReleaseAsync(settings.VisibilityTimeout, CancellationToken.None);
    }

    private async Task<bool> SucceedsAsync(BinaryData content, QueueMessage message, CancellationToken graceOver)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await _invoker.InvokeAsync(scope.ServiceProvider, content, graceOver);
            return true;
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name, message.MessageId, message.DequeueCount);
            return false;
        }
    }

    /// <summary>Copies the text as it is, then deletes it; a crash in between makes two, never none.</summary>
    private async Task PoisonAsync(QueueMessage message, MessageLease lease, string reason)
    {
        if (poison is null) return;
        Log.Poisoned(logger, message.MessageId, poison.Name, reason);
        await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await poison.SendMessageAsync(message.MessageText, timeToLive: Forever, cancellationToken: CancellationToken.None);
        await lease.DeleteAsync(CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 930, Level = LogLevel.Error, Message = "The function {Function} failed with message {Message}, try {Try}.")]
        public static partial void Failed(ILogger logger, Exception problem, string function, string message, long @try);

        [LoggerMessage(EventId = 931, Level = LogLevel.Warning, Message = "Message {Message} goes to {Queue}: {Reason}.")]
        public static partial void Poisoned(ILogger logger, string message, string queue, string reason);

        [LoggerMessage(EventId = 932, Level = LogLevel.Warning, Message = "Message {Message} of {Queue} was handled but could not be ended; it will come again.")]
        public static partial void NotEnded(ILogger logger, Exception problem, string message, string queue);
    }
}
