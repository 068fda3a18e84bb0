using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FlowLog.Chunks;

namespace FlowLogFunctions.Storage;

/// <summary>The tables of all Logstores: chunks in, headers and columns out.</summary>
internal sealed class LogstoreTables(StorageClients storage)
{
    private static readonly string EntityAlreadyExists = TableErrorCode.EntityAlreadyExists.ToString();

    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    /// <summary>Inserts a batch's chunk of one hour, with its aggregate and its statement: one entity, so all are there or none is.</summary>
    public async Task<ChunkWrite> AddAsync(string logstoreId, long hour, string batchId, NewChunk chunk, CancellationToken cancellation)
    {
        var name = LogstoreKeys.Table(logstoreId, hour);
        var entity = ChunkRow.Write(LogstoreKeys.Partition(hour, batchId), LogstoreKeys.ChunkRow(batchId), chunk);
        await MakeAsync(name, cancellation);
        try
        {
            await storage.Tables.GetTableClient(name).AddEntityAsync(entity, cancellation);
            return ChunkWrite.Added;
        }
        catch (RequestFailedException fault) when (fault.Status == 409 && fault.ErrorCode == EntityAlreadyExists)
        {
            return ChunkWrite.Repeated;
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            _made.TryRemove(name, out _);
            return ChunkWrite.TableGone;
        }
    }

    /// <summary>The headers of an hour's chunks that have records and can have some in [from, to), each record in one of them; by least start, then by key.</summary>
    /// <param name="storedSince">Leaves out chunks that were stored before, by the clock of storage; null for none.</param>
    public async Task<IReadOnlyList<ChunkHeader>> HeadersAsync(
        string logstoreId, long hour, long from, long to, CancellationToken cancellation, DateTimeOffset? storedSince = null)
    {
        var name = LogstoreKeys.Table(logstoreId, hour);
        var headers = new Dictionary<(string Partition, string Row), ChunkHeader>();
        await foreach (var entity in ChunksOfHourAsync(name, hour, from, to, ChunkRow.Header, TableLimits.PageEntities, cancellation, storedSince: storedSince))
        {
            // Merged since this listing passed it.
            foreach (var source in ChunkRow.SourcesOf(entity))
                headers.Remove((entity.PartitionKey, source));
            if (ChunkRow.ReadHeader(name, entity) is { Rows: > 0 } header)
                headers.Add((header.Partition, header.Row), header);
        }

        return [.. headers.Values.OrderBy(header => header.Starts.Least).ThenBy(header => header.Row, StringComparer.Ordinal)];
    }

    /// <summary>What an hour's chunks are charged for, each batch once, and the number of their records.</summary>
    public async Task<(long Records, ChunkCharge Charge)> ChargesAsync(string logstoreId, long hour, CancellationToken cancellation)
    {
        var found = new Dictionary<(string Partition, string Row), (long Records, ChunkCharge Charge)>();
        var select = ChunkRow.Header.Concat(ChunkRow.Charged).Distinct();
        await foreach (var entity in ChunksOfHourAsync(LogstoreKeys.Table(logstoreId, hour), hour, hour, hour + LogstoreKeys.SecondsPerHour, select, TableLimits.PageEntities, cancellation, leastRows: 0))
        {
            foreach (var source in ChunkRow.SourcesOf(entity))
                found.Remove((entity.PartitionKey, source));
            found[(entity.PartitionKey, entity.RowKey)] = (entity.GetInt32(ChunkRow.Rows) ?? 0, ChunkRow.ReadCharge(entity));
        }

        return found.Values.Aggregate((Records: 0L, Charge: default(ChunkCharge)), (sum, chunk) => (sum.Records + chunk.Records, sum.Charge + chunk.Charge));
    }

    /// <summary>A chunk's columns of these ids; null if it has gone meanwhile, or has been merged into another.</summary>
    public async Task<Chunk?> ReadAsync(ChunkHeader header, IReadOnlyCollection<int> columns, CancellationToken cancellation)
    {
        try
        {
            var found = await storage.Tables.GetTableClient(header.Table).GetEntityIfExistsAsync<TableEntity>(
                header.Partition, header.Row, ChunkRow.Select(columns, header.Bytes), cancellation);
            return found.HasValue && ChunkRow.Read(found.Value!, columns) is { } chunk ? chunk with { Name = header.Name } : null;
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            return null;
        }
    }

    /// <summary>The days of a Logstore that have a table, as the Unix seconds of their start, in order.</summary>
    public async Task<IReadOnlyList<long>> DaysAsync(string logstoreId, CancellationToken cancellation)
    {
        var prefix = LogstoreKeys.TablePrefix(logstoreId);
        var filter = TableServiceClient.CreateQueryFilter($"TableName gt {prefix} and TableName lt {prefix + "a"}");
        var days = new List<long>();
        await foreach (var table in storage.Tables.QueryAsync(filter, cancellationToken: cancellation))
            days.Add(LogstoreKeys.Day(table.Name));
        return [.. days.Order()];
    }

    /// <summary>Drops a day of a Logstore; one that has gone is left.</summary>
    public async Task DropAsync(string logstoreId, long day, CancellationToken cancellation)
    {
        var name = LogstoreKeys.Table(logstoreId, day);
        _made.TryRemove(name, out _);
        try
        {
            await storage.Tables.DeleteTableAsync(name, cancellation);
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            // Another worker was faster.
        }
    }

    private async IAsyncEnumerable<TableEntity> ChunksOfHourAsync(
        string table, long hour, long from, long to, IEnumerable<string> select, int perPage,
        [EnumeratorCancellation] CancellationToken cancellation, int leastRows = 1,
        DateTimeOffset? storedSince = null)
    {
        var (first, last) = (LogstoreKeys.Partition(hour, 0), LogstoreKeys.Partition(hour, LogstoreKeys.Shards - 1));
        var (fromRow, toRow) = LogstoreKeys.ChunkRows;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey le {last} and RowKey gt {fromRow} and RowKey lt {toRow} and t0 lt {to} and t1 ge {from} and n ge {leastRows}");
        if (storedSince is not null)
            filter += TableClient.CreateQueryFilter($" and Timestamp ge {storedSince.Value}");
        var rows = storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, perPage, select, cancellation);
        await foreach (var row in rows.OrNone(cancellation))
            yield return row;
    }

    private async Task MakeAsync(string name, CancellationToken cancellation)
    {
        if (_made.ContainsKey(name))
            return;
        await storage.Tables.CreateTableIfNotExistsAsync(name, cancellation);
        _made[name] = true;
    }
}
