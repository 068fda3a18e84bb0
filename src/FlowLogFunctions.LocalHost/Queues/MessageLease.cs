using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>Keeps a message hidden from others while it is handled, and then ends it.</summary>
internal sealed class MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _handled = new();
    private string _receipt = message.PopReceipt;
    private Task _renewal = Task.CompletedTask;

    public void KeepRenewed() => _renewal = RenewAsync(_handled.Token);

    /// <summary>The message was handled.</summary>
    public async Task DeleteAsync(CancellationToken cancellation)
    {
        await StopRenewalAsync();
        await IgnoreLossAsync(queue.DeleteMessageAsync(message.MessageId, _receipt, cancellation));
    }

    /// <summary>The message is seen again after the given time.</summary>
    public async Task ReleaseAsync(TimeSpan invisible, CancellationToken cancellation)
    {
        await StopRenewalAsync();
        await IgnoreLossAsync(queue.UpdateMessageAsync(message.MessageId, _receipt, visibilityTimeout: invisible, cancellationToken: cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewalAsync();
        _handled.Dispose();
    }

    /// <summary>The receipt changes with each renewal, so none may be under way when the message ends.</summary>
    private async Task StopRenewalAsync()
    {
        await _handled.CancelAsync();
        await _renewal;
    }

    private async Task RenewAsync(CancellationToken handled)
    {
        while (true)
        {
            await Task.Delay(length / 2, time, handled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (handled.IsCancellationRequested || !await RenewOnceAsync()) return;
        }
    }

    /// <summary>False if the message is no longer ours; the handler goes on, as in the Functions host.</summary>
    private async Task<bool> RenewOnceAsync()
    {
        try
        {
            UpdateReceipt receipt = await queue.UpdateMessageAsync(
                message.MessageId, _receipt, visibilityTimeout: length, cancellationToken: CancellationToken.None);
            _receipt = receipt.PopReceipt;
            return true;
        }
        catch (RequestFailedException problem)
        {
            return !IsLost(problem);
        }
    }

    private static async Task IgnoreLossAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (RequestFailedException problem) when (IsLost(problem))
        {
            // Someone else has the message now and will end it.
        }
    }

    private static bool IsLost(RequestFailedException problem) =>
        problem.Status == 404 || problem.ErrorCode == QueueErrorCode.PopReceiptMismatch;
}
