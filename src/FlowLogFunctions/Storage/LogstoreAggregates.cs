using Azure;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>The aggregates that lie with the chunks of all Logstores.</summary>
internal sealed class LogstoreAggregates(StorageClients storage, LogstoreTables tables)
{
    /// <summary>Chunks of a page when their aggregates are asked for: some MiB.</summary>
    private const int PerPage = 100;

    /// <summary>Calls at once.</summary>
    private const int AtOnce = 8;

    /// <summary>A range of keys is read in one go if at least one of so many chunks in it is asked for.</summary>
    private const int WorthReadingAll = 4;

    private static readonly IReadOnlyCollection<int> RecordColumns = [ChunkLimits.AddressesId, .. Aggregate.Fields.Select(field => field.Id)];

    /// <summary>An hour's chunks that have records, each batch in one of them.</summary>
    public async Task<IReadOnlyList<AggregateChunk>> OfHourAsync(string logstoreId, long hour, CancellationToken cancellation)
    {
        var (table, (fromRow, toRow)) = (LogstoreKeys.Table(logstoreId, hour), LogstoreKeys.ChunkRows);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {LogstoreKeys.Partition(hour, 0)} and PartitionKey le {LogstoreKeys.Partition(hour, LogstoreKeys.Shards - 1)} and RowKey gt {fromRow} and RowKey lt {toRow} and n ge 1");
        var chunks = new Dictionary<(string Partition, string Row), AggregateChunk>();
        var rows = storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, TableLimits.PageEntities, ChunkRow.Header, cancellation);
        await foreach (var entity in rows.OrNone(cancellation))
        {
            string[] sources = [.. ChunkRow.SourcesOf(entity).DefaultIfEmpty(entity.RowKey)];
            // Merged since this listing passed it.
            foreach (var source in sources)
                chunks.Remove((entity.PartitionKey, source));
            chunks[(entity.PartitionKey, entity.RowKey)] = new(ChunkRow.ReadHeader(table, entity), [.. sources.Select(LogstoreKeys.BatchOf)]);
        }

        return [.. chunks.Values];
    }

    /// <summary>Which of some hours of one day have chunks with records.</summary>
    public async Task<IReadOnlySet<long>> HoursWithChunksAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        var found = new HashSet<long>();
        foreach (var run in LogstoreKeys.Runs(hours))
        {
            var (fromRow, toRow) = LogstoreKeys.ChunkRows;
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {LogstoreKeys.Partition(run[0], 0)} and PartitionKey le {LogstoreKeys.Partition(run[^1], LogstoreKeys.Shards - 1)} and RowKey gt {fromRow} and RowKey lt {toRow} and n ge 1");
            var rows = storage.Tables.GetTableClient(LogstoreKeys.Table(logstoreId, run[0])).QueryAsync<TableEntity>(filter, TableLimits.PageEntities, ["PartitionKey", "RowKey"], cancellation);
            var partitions = await rows.OrNone(cancellation).Select(entity => entity.PartitionKey).ToHashSetAsync(cancellationToken: cancellation);
            found.UnionWith(run.Where(hour => LogstoreKeys.Partitions(hour).Any(partitions.Contains)));
        }

        return found;
    }

    /// <summary>
    /// The aggregates of chunks, null for those that were written while the report was off. Null for all if one of them has been merged
    /// into another since it was listed.
    /// </summary>
    /// <param name="listed">How many chunks the hour has.</param>
    public async Task<IReadOnlyList<Aggregate?>?> ReadAsync(
        IReadOnlyList<AggregateChunk> chunks, int listed, IReadOnlyCollection<AggregatePart> parts, CancellationToken cancellation)
    {
        var select = ChunkRow.Header.Concat(AggregateProperties.Select(parts.Append(AggregatePart.Series).Distinct())).ToList();
        var entities = chunks.Count > 1 && chunks.Count * WorthReadingAll >= listed
            ? await ReadRangesAsync(chunks, select, cancellation)
            : await ReadEachAsync(chunks, select, cancellation);
        if (entities.Count < chunks.Count)
            return null;
        var aggregates = new List<Aggregate?>(chunks.Count);
        foreach (var chunk in chunks)
        {
            var entity = entities[(chunk.Header.Partition, chunk.Header.Row)];
            if (!AggregateProperties.Has(entity))
                aggregates.Add(null);
            else if (AggregateProperties.HasAll(entity, parts) && Read(entity, parts) is { IsOld: false } aggregate)
                aggregates.Add(aggregate);
            else if (await RecordsAsync(chunk, cancellation) is { } records)
                aggregates.Add(Aggregate.Of(records));
            else
                return null;
        }

        return aggregates;
    }

    /// <summary>Null if it is damaged: it can be made anew of the records.</summary>
    private static Aggregate? Read(TableEntity entity, IEnumerable<AggregatePart> parts)
    {
        try
        {
            return AggregateProperties.Read(entity, parts);
        }
        catch (ChunkFormatException)
        {
            return null;
        }
    }

    /// <summary>What of a chunk's records aggregates are made of; null if it has been merged into another.</summary>
    public async Task<FlowColumns?> RecordsAsync(AggregateChunk chunk, CancellationToken cancellation) =>
        await tables.ReadAsync(chunk.Header, RecordColumns, cancellation) is { } columns ? ChunkDecoder.Decode(columns, Aggregate.Fields) : null;

    private async Task<Dictionary<(string, string), TableEntity>> ReadRangesAsync(
        IReadOnlyList<AggregateChunk> chunks, IReadOnlyList<string> select, CancellationToken cancellation)
    {
        var asked = chunks.Select(chunk => (chunk.Header.Partition, chunk.Header.Row)).ToHashSet();
        var found = new Dictionary<(string, string), TableEntity>();
        await Parallel.ForEachAsync(chunks.GroupBy(chunk => chunk.Header.Partition), Parallelly(cancellation), async (partition, stop) =>
        {
            var rows = partition.Select(chunk => chunk.Header.Row).Order(StringComparer.Ordinal).ToList();
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and RowKey ge {rows[0]} and RowKey le {rows[^1]} and n ge 1");
            var entities = storage.Tables.GetTableClient(partition.First().Header.Table).QueryAsync<TableEntity>(filter, PerPage, select, stop);
            await foreach (var entity in entities.OrNone(stop).Where(entity => asked.Contains((entity.PartitionKey, entity.RowKey))))
            {
                lock (found)
                    found[(entity.PartitionKey, entity.RowKey)] = entity;
            }
        });
        return found;
    }

    private async Task<Dictionary<(string, string), TableEntity>> ReadEachAsync(
        IReadOnlyList<AggregateChunk> chunks, IReadOnlyList<string> select, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, string), TableEntity>();
        await Parallel.ForEachAsync(chunks, Parallelly(cancellation), async (chunk, stop) =>
        {
            try
            {
                var entity = await storage.Tables.GetTableClient(chunk.Header.Table).GetEntityIfExistsAsync<TableEntity>(chunk.Header.Partition, chunk.Header.Row, select, stop);
                if (!entity.HasValue || entity.Value!.GetInt64(ChunkRow.Least) is null)
                    return;
                lock (found)
                    found[(chunk.Header.Partition, chunk.Header.Row)] = entity.Value;
            }
            catch (RequestFailedException fault) when (MissingTable.Is(fault))
            {
                // The day has been dropped.
            }
        });
        return found;
    }

    private static ParallelOptions Parallelly(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
