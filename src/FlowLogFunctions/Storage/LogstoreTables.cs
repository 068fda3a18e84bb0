using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FlowLog.Chunks;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>The tables of all Logstores: chunks in, headers and columns out.</summary>
internal sealed class LogstoreTables(StorageClients storage)
{
    /// <summary>Chunks of a page when their data is asked for: about 1 MiB.</summary>
    private const int ChunksPerPage = 20;

    private static readonly string EntityAlreadyExists = TableErrorCode.EntityAlreadyExists.ToString();

    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    /// <summary>
    /// Inserts a batch's chunk of one hour, with its aggregate and its statement: one entity, so all are there or none is. False if it is there
    /// already, because the batch was delivered before.
    /// </summary>
    public async Task<bool> AddAsync(
        string logstoreId, long hour, string batchId, Chunk chunk, TimeSpanOfStarts starts, Aggregate? aggregate, byte[]? statements,
        CancellationToken cancellation)
    {
        var name = LogstoreKeys.Table(logstoreId, hour);
        var entity = ChunkRow.Write(LogstoreKeys.Partition(hour, batchId), LogstoreKeys.ChunkRow(batchId), chunk, starts, aggregate, statements);
        for (var attempt = 0; ; attempt++)
        {
            await MakeAsync(name, again: attempt > 0, cancellation);
            try
            {
                await storage.Tables.GetTableClient(name).AddEntityAsync(entity, cancellation);
                return true;
            }
            catch (RequestFailedException fault) when (fault.Status == 409 && fault.ErrorCode == EntityAlreadyExists)
            {
                return false;
            }
            catch (RequestFailedException fault) when (fault.Status == 404 && attempt == 0)
            {
                // Dropped since this process made it; make it again, once.
            }
        }
    }

    /// <summary>The headers of an hour's chunks that can have records in [from, to), by least start, then by key.</summary>
    public async Task<IReadOnlyList<ChunkHeader>> HeadersAsync(string logstoreId, long hour, long from, long to, CancellationToken cancellation)
    {
        var name = LogstoreKeys.Table(logstoreId, hour);
        var headers = new List<ChunkHeader>();
        await foreach (var entity in ChunksOfHourAsync(name, hour, from, to, ChunkRow.Header, TableLimits.PageEntities, cancellation))
            headers.Add(HeaderOf(name, entity));
        return [.. headers.OrderBy(header => header.Starts.Least).ThenBy(header => header.Row, StringComparer.Ordinal)];
    }

    /// <summary>A chunk's columns of these ids; null if it has gone meanwhile.</summary>
    public async Task<Chunk?> ReadAsync(ChunkHeader header, IReadOnlyCollection<int> columns, CancellationToken cancellation)
    {
        var select = columns.Select(ChunkRow.Column).Append(ChunkRow.Rows);
        var found = await storage.Tables.GetTableClient(header.Table)
            .GetEntityIfExistsAsync<TableEntity>(header.Partition, header.Row, select, cancellation);
        return found.HasValue ? ChunkRow.Read(found.Value!, columns) : null;
    }

    /// <summary>The aggregates of an hour's chunks that can have records in [from, to), by key.</summary>
    public async IAsyncEnumerable<Aggregate> AggregatesAsync(
        string logstoreId, long hour, long from, long to, IReadOnlyCollection<AggregatePart> parts,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var name = LogstoreKeys.Table(logstoreId, hour);
        var select = ChunkRow.Header.Concat(parts.Select(ChunkRow.Part));
        await foreach (var entity in ChunksOfHourAsync(name, hour, from, to, select, ChunksPerPage * 10, cancellation))
            yield return ChunkRow.ReadAggregate(entity, parts);
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

    private async IAsyncEnumerable<TableEntity> ChunksOfHourAsync(
        string table, long hour, long from, long to, IEnumerable<string> select, int perPage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = (LogstoreKeys.Partition(hour, 0), LogstoreKeys.Partition(hour, LogstoreKeys.Shards - 1));
        var (fromRow, toRow) = LogstoreKeys.ChunkRows;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey le {last} and RowKey gt {fromRow} and RowKey lt {toRow} and t0 lt {to} and t1 ge {from} and n gt {0}");
        var rows = storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, perPage, select, cancellation);
        await using var enumerator = rows.GetAsyncEnumerator(cancellation);
        while (await NextAsync(enumerator))
            yield return enumerator.Current;
    }

    /// <summary>A table that is not there has no rows.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }

    private static ChunkHeader HeaderOf(string table, TableEntity entity) => new(
        table, entity.PartitionKey, entity.RowKey, entity.GetInt32(ChunkRow.Rows) ?? 0,
        new(entity.GetInt64(ChunkRow.Least) ?? 0, entity.GetInt64(ChunkRow.Greatest) ?? 0));

    private async Task MakeAsync(string name, bool again, CancellationToken cancellation)
    {
        if (!again && _made.ContainsKey(name))
            return;
        await storage.Tables.CreateTableIfNotExistsAsync(name, cancellation);
        _made[name] = true;
    }
}
