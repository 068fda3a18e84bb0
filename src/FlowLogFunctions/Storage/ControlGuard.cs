using Azure.Data.Tables;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Decisions that look at many rows of a partition (quotas, who refers to whom) and then change some: a guard row's version goes up
/// with each, in the same transaction, so that of two at the same time one decides again.
/// </summary>
internal sealed class ControlGuard(StorageClients storage, ControlTable table)
{
    private const int Attempts = 20;

    private readonly TableClient _table = storage.Tables.GetTableClient(ControlTable.Name);

    private sealed record Turn(long Number);

    /// <param name="guard">Names what the decision is about; decisions under one name of one partition come one after another.</param>
    /// <param name="decide">Reads what it needs, fills in the changes, and says the outcome; a refusal changes nothing. May run again.</param>
    public async Task<Outcome<T>> DecideAsync<T>(
        string partition, string guard, Func<ControlChanges, Task<Outcome<T>>> decide, CancellationToken cancellation)
    {
        var row = ControlKeys.Row("guard", guard);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var turn = await table.FindAsync<Turn>(partition, row, cancellation);
            var changes = new ControlChanges(partition);
            var outcome = await decide(changes);
            if (outcome.Refusal is not null || changes.Actions.Count == 0)
                return outcome;
            var next = new Turn((turn?.Value.Number ?? 0) + 1);
            _ = turn is null ? changes.Add(row, next) : changes.Replace(row, next, turn.ETag);
            if (await CommitAsync(changes, cancellation))
                return outcome;
        }

        return Refusal.ChangedMeanwhile(guard);
    }

    private async Task<bool> CommitAsync(ControlChanges changes, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(changes.Actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
