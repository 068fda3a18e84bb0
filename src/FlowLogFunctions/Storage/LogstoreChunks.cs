using Azure;
using Azure.Data.Tables;
using FlowLog.Chunks;

namespace FlowLogFunctions.Storage;

/// <summary>The tables of all Logstores as scans see them: the headers of whole hours, and columns of many chunks with few calls.</summary>
internal sealed class LogstoreChunks(StorageClients storage)
{
    /// <summary>Encoded bytes of a page's chunks: as base64 they are less than the 4 MiB at which storage cuts a page.</summary>
    public const int PageBytes = 11 * 256 * 1024;

    /// <summary>The headers of the chunks of some hours that have records, each record in one of them; of each hour in the order of keys.</summary>
    /// <param name="hours">Ascending, of one day; those between are read too.</param>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<ChunkHeader>>> OfHoursAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        var (first, last) = (LogstoreKeys.Partition(hours[0], 0), LogstoreKeys.Partition(hours[^1], LogstoreKeys.Shards - 1));
        var found = (await ListAsync(LogstoreKeys.Table(logstoreId, hours[0]), first, last, cancellation)).ToLookup(header => LogstoreKeys.HourOfDay(header.Partition));
        return hours.ToDictionary(hour => hour, hour => (IReadOnlyList<ChunkHeader>)[.. found[LogstoreKeys.HourOfDay(LogstoreKeys.Partition(hour, 0))]]);
    }

    /// <summary>The same of one partition.</summary>
    public Task<IReadOnlyList<ChunkHeader>> OfPartitionAsync(string table, string partition, CancellationToken cancellation) =>
        ListAsync(table, partition, partition, cancellation);

    /// <summary>Columns of some chunks of one day, by partition and row; those that have gone or have been merged are left out.</summary>
    /// <param name="run">In the order of keys. All that lies between is read too, so there should be little.</param>
    /// <param name="starts">Chunks that have no record of this time are not read.</param>
    public async Task<IReadOnlyDictionary<(string Partition, string Row), Chunk>> ReadAsync(
        IReadOnlyList<ChunkHeader> run, IReadOnlyCollection<int> columns, TimeSpanOfStarts starts, CancellationToken cancellation)
    {
        var table = storage.Tables.GetTableClient(run[0].Table);
        var select = ChunkRow.Select(columns, run.Max(chunk => chunk.Bytes > 0 ? chunk.Bytes : TableLimits.MessageBytes));
        return run.Count == 1
            ? await ReadOneAsync(table, run[0], select, columns, cancellation)
            : await ReadPageAsync(table, run, select, columns, starts, cancellation);
    }

    private static async Task<IReadOnlyDictionary<(string Partition, string Row), Chunk>> ReadOneAsync(
        TableClient table, ChunkHeader header, IEnumerable<string>? select, IReadOnlyCollection<int> columns, CancellationToken cancellation)
    {
        var found = new Dictionary<(string Partition, string Row), Chunk>();
        try
        {
            var entity = await table.GetEntityIfExistsAsync<TableEntity>(header.Partition, header.Row, select, cancellation);
            if (entity.HasValue && ChunkRow.Read(entity.Value!, columns) is { } chunk)
                found.Add((header.Partition, header.Row), chunk with { Name = header.Name });
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            // The day has been dropped.
        }

        return found;
    }

    private static async Task<IReadOnlyDictionary<(string Partition, string Row), Chunk>> ReadPageAsync(
        TableClient table, IReadOnlyList<ChunkHeader> run, IEnumerable<string>? select, IReadOnlyCollection<int> columns, TimeSpanOfStarts starts,
        CancellationToken cancellation)
    {
        var (first, last) = (run[0], run[^1]);
        // Keys order rows within their partition only.
        var (fromRow, toRow) = first.Partition == last.Partition ? (first.Row, last.Row) : LogstoreKeys.ChunkRows;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first.Partition} and PartitionKey le {last.Partition} and RowKey ge {fromRow} and RowKey le {toRow} and n ge 1 and t0 le {starts.Greatest} and t1 ge {starts.Least}");
        var asked = run.ToDictionary(chunk => (chunk.Partition, chunk.Row));
        var found = new Dictionary<(string Partition, string Row), Chunk>(run.Count);
        var names = select is null ? null : new[] { "PartitionKey", "RowKey" }.Concat(select);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, TableLimits.PageEntities, names, cancellation).OrNone(cancellation))
        {
            var key = (entity.PartitionKey, entity.RowKey);
            if (asked.TryGetValue(key, out var header) && ChunkRow.Read(entity, columns) is { } chunk)
                found[key] = chunk with { Name = header.Name };
        }

        return found;
    }

    private async Task<IReadOnlyList<ChunkHeader>> ListAsync(string table, string first, string last, CancellationToken cancellation)
    {
        var (fromRow, toRow) = LogstoreKeys.ChunkRows;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey le {last} and RowKey gt {fromRow} and RowKey lt {toRow} and n ge 1");
        var headers = new Dictionary<(string Partition, string Row), ChunkHeader>();
        var rows = storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, TableLimits.PageEntities, ChunkRow.Header, cancellation);
        await foreach (var entity in rows.OrNone(cancellation))
        {
            // Merged since this listing passed it.
            foreach (var source in ChunkRow.SourcesOf(entity))
                headers.Remove((entity.PartitionKey, source));
            headers[(entity.PartitionKey, entity.RowKey)] = ChunkRow.ReadHeader(table, entity);
        }

        return [.. headers.Values.OrderBy(header => header.Partition, StringComparer.Ordinal).ThenBy(header => header.Row, StringComparer.Ordinal)];
    }
}
