using Azure;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Ledger;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Storage;

/// <summary>What lies in the tables of Logstores beside the records: what batches say of their steps, and notes of those that are lost.</summary>
internal sealed partial class LogstoreStatements(StorageClients storage, ILogger<LogstoreStatements> log)
{
    private static readonly IReadOnlyList<string> Select = ["PartitionKey", "RowKey", .. ChunkRow.Said];

    /// <summary>All that lies in an hour, each batch once; a batch that has arrived is not lost, whatever was noted before.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> OfHourAsync(string logstoreId, long hour, CancellationToken cancellation) =>
        (await OfHoursAsync(logstoreId, [hour], cancellation))[hour];

    /// <summary>The same of some hours with one call.</summary>
    /// <param name="hours">Ascending, of one day; those between are read too.</param>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> OfHoursAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        var rows = storage.Tables.GetTableClient(LogstoreKeys.Table(logstoreId, hours[0]))
            .QueryAsync<TableEntity>(Saying(hours[0], hours[^1]), TableLimits.PageEntities, Select, cancellation);
        var entries = new List<(string Hour, LedgerEntry Entry)>();
        await foreach (var entity in rows.OrNone(cancellation))
            entries.AddRange(Read(entity).Select(statement => (LogstoreKeys.HourOfDay(entity.PartitionKey), new LedgerEntry(statement, LogstoreKeys.IsLost(entity.RowKey)))));
        var found = entries.ToLookup(entry => entry.Hour, entry => entry.Entry);
        return hours.ToDictionary(hour => hour, hour => LedgerEntry.Distinct(found[LogstoreKeys.HourOfDay(LogstoreKeys.Partition(hour, 0))]));
    }

    /// <summary>Notes in an hour that a batch lies in the poison queue; does nothing if that is noted.</summary>
    public async Task NoteLostAsync(string logstoreId, long hour, BatchStatement statement, CancellationToken cancellation)
    {
        var table = storage.Tables.GetTableClient(LogstoreKeys.Table(logstoreId, hour));
        var note = ChunkRow.WriteStatements(LogstoreKeys.Partition(hour, statement.BatchId), LogstoreKeys.LostRow(statement.BatchId), [statement]);
        try
        {
            await table.UpsertEntityAsync(note, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            await table.CreateIfNotExistsAsync(cancellation);
            await table.UpsertEntityAsync(note, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>Chunks and notes from one hour to another; a marker of a chunk that was merged has no n.</summary>
    private static string Saying(long firstHour, long lastHour)
    {
        var (first, last) = (LogstoreKeys.Partition(firstHour, 0), LogstoreKeys.Partition(lastHour, LogstoreKeys.Shards - 1));
        var (fromRow, toRow) = LogstoreKeys.SayingRows;
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey le {last} and RowKey gt {fromRow} and RowKey lt {toRow} and (n ge 0 or RowKey ge {LogstoreKeys.LostRow("")})");
    }

    /// <summary>What cannot be read says nothing: its minutes are missing then, which is shown.</summary>
    private IReadOnlyList<BatchStatement> Read(TableEntity entity)
    {
        try
        {
            return ChunkRow.ReadStatements(entity);
        }
        catch (ChunkFormatException damage)
        {
            LogDamaged(log, entity.PartitionKey, entity.RowKey, damage);
            return [];
        }
    }

    [LoggerMessage(460, LogLevel.Error, "The statements of row {Row} in partition {Partition} are damaged")]
    private static partial void LogDamaged(ILogger logger, string partition, string row, Exception damage);
}
