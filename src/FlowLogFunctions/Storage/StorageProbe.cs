using Azure;

namespace FlowLogFunctions.Storage;

/// <summary>Finds out whether a service of storage answers.</summary>
internal sealed class StorageProbe(TimeProvider time)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Probed<T>> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return new(true, await question(limit.Token), time.GetElapsedTime(begun));
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new(false, default, time.GetElapsedTime(begun));
        }
    }
}
