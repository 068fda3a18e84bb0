using Azure;

namespace FlowLogFunctions.Storage;

/// <summary>Finds out whether storage answers.</summary>
internal sealed class StorageProbe(ControlTable table)
{
    /// <summary>How long an answer may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private sealed record Nothing;

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await table.FindAsync<Nothing>(ControlKeys.Scopes, "health", limit.Token);
            return true;
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
