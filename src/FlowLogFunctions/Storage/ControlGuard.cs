using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Data.Tables;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Decisions that look at many rows of a partition (quotas, who refers to whom) and then change some: a guard row's version goes up
/// with each, in the same transaction, so that of two at the same time one decides again. Within one process decisions wait for each
/// other instead, so that many at once do not use up their attempts.
/// </summary>
internal sealed class ControlGuard(StorageClients storage, ControlTable table)
{
    private const int Attempts = 20;
    private const int WriterBytes = 8;

    private readonly TableClient _table = storage.Tables.GetTableClient(ControlTable.Name);

    private readonly ConcurrentDictionary<(string Partition, string Guard), SemaphoreSlim> _lines = new();

    /// <param name="Writer">A mark of the one transaction that wrote it.</param>
    private sealed record Turn(long Number, string? Writer = null);

    /// <param name="guard">Names what the decision is about; decisions under one name of one partition come one after another.</param>
    /// <param name="decide">
    /// Reads what it needs, fills in the changes, and says the outcome; a refusal changes nothing. May run again, with new changes.
    /// It must not take another decision under the same name.
    /// </param>
    public async Task<Outcome<T>> DecideAsync<T>(
        string partition, string guard, Func<ControlChanges, Task<Outcome<T>>> decide, CancellationToken cancellation)
    {
        var line = _lines.GetOrAdd((partition, guard), _ => new SemaphoreSlim(1, 1));
        await line.WaitAsync(cancellation);
        try
        {
            return await DecideInTurnAsync(partition, guard, decide, cancellation);
        }
        finally
        {
            line.Release();
        }
    }

    private async Task<Outcome<T>> DecideInTurnAsync<T>(
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
            var next = new Turn((turn?.Value.Number ?? 0) + 1, Convert.ToHexString(RandomNumberGenerator.GetBytes(WriterBytes)));
            _ = turn is null ? changes.Add(row, next) : changes.Replace(row, next, turn.ETag);
            if (await CommitAsync(changes, cancellation) || await CommittedAsync(partition, row, next, changes, cancellation))
                return outcome;
        }

        return Refusal.ChangedMeanwhile(guard);
    }

    private async Task<bool> CommitAsync(ControlChanges changes, CancellationToken cancellation)
    {
        try
        {
            var answer = await _table.SubmitTransactionAsync(changes.Actions, cancellation);
            changes.Committed([.. answer.Value.Select(one => one.Headers.ETag?.ToString())]);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a refused transaction took effect after all: the client repeats one whose answer was lost, and is refused then. Decided again, what it
    /// made would be made twice.
    /// </summary>
    private async Task<bool> CommittedAsync(string partition, string row, Turn turn, ControlChanges changes, CancellationToken cancellation)
    {
        if ((await table.FindAsync<Turn>(partition, row, cancellation))?.Value != turn)
            return false;
        var etags = new List<string?>();
        foreach (var action in changes.Actions)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, action.Entity.RowKey, [nameof(TableEntity.RowKey)], cancellation);
            etags.Add(found.HasValue ? found.Value!.ETag.ToString() : null);
        }

        changes.Committed(etags);
        return true;
    }
}
