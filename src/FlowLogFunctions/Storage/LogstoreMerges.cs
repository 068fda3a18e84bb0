using Azure;
using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>The tables of all Logstores as merging sees them: chunks of one partition that are not merged yet, and their exchange for one.</summary>
internal sealed class LogstoreMerges(StorageClients storage)
{
    /// <summary>Entities of a page when all of their data is asked for: about 1 MiB.</summary>
    private const int ChunksPerPage = 20;

    private static readonly IReadOnlyCollection<int> Columns = [ChunkLimits.AddressesId, .. FlowFields.All.Select(field => field.Id)];
    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    /// <summary>The headers of a partition's chunks that are not merged, by key.</summary>
    public async Task<IReadOnlyList<ChunkHeader>> UnmergedAsync(string logstoreId, long hour, int shard, CancellationToken cancellation)
    {
        var table = LogstoreKeys.Table(logstoreId, hour);
        var (from, to) = LogstoreKeys.BatchRows;
        // A marker has no n.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {LogstoreKeys.Partition(hour, shard)} and RowKey gt {from} and RowKey lt {to} and n ge 0");
        var rows = storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, TableLimits.PageEntities, ChunkRow.Header, cancellation);
        return await rows.OrNone(cancellation).Select(entity => ChunkRow.ReadHeader(table, entity)).ToListAsync(cancellation);
    }

    /// <summary>Those of the chunks, next to each other in the order of keys, that are still there and unmerged, with their data.</summary>
    public async Task<IReadOnlyList<MergeSource>> ReadAsync(IReadOnlyList<ChunkHeader> chunks, CancellationToken cancellation)
    {
        var (first, last) = (chunks[0], chunks[^1]);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {first.Partition} and RowKey ge {first.Row} and RowKey le {last.Row} and n ge 0");
        var asked = chunks.Select(chunk => chunk.Row).ToHashSet(StringComparer.Ordinal);
        var rows = storage.Tables.GetTableClient(first.Table).QueryAsync<TableEntity>(filter, ChunksPerPage, null, cancellation);
        var sources = new List<MergeSource>();
        await foreach (var entity in rows.OrNone(cancellation).Where(entity => asked.Contains(entity.RowKey)))
        {
            var chunk = ChunkRow.Read(entity, Columns)!;
            sources.Add(new(ChunkRow.ReadHeader(first.Table, entity), chunk, AggregateOf(entity, chunk), entity));
        }

        return sources;
    }

    /// <summary>Null if the report was off when the chunk was written. One of an earlier version is made again from the records.</summary>
    private static Aggregate? AggregateOf(TableEntity entity, Chunk chunk)
    {
        if (!AggregateProperties.Has(entity))
            return null;
        if (AggregateProperties.HasAll(entity, Parts) && AggregateProperties.Read(entity, Parts) is { IsOld: false } aggregate)
            return aggregate;
        return Aggregate.Of(ChunkDecoder.Decode(chunk, Aggregate.Fields));
    }

    /// <summary>
    /// Puts the merged chunk in the place of its sources, all or nothing. False if any of them is no longer as it was read, since another
    /// worker merged it; so it is too when this very call took effect before and its answer was lost. Null if it is too large for an entity.
    /// </summary>
    public async Task<bool?> ExchangeAsync(IReadOnlyList<MergeSource> sources, NewChunk merged, CancellationToken cancellation)
    {
        var header = sources[0].Header;
        var lastAt = sources.Max(source => source.Header.StoredAt);
        if (ChunkRow.WriteMerged(header.Partition, merged, [.. sources.Select(source => source.Header.Row)], lastAt) is not { } entity)
            return null;
        var markers = sources.Select(source => ChunkRow.Marker(source.Entity, entity.RowKey))
            .Select(marker => new TableTransactionAction(TableTransactionActionType.UpdateReplace, marker, marker.ETag));
        try
        {
            await storage.Tables.GetTableClient(header.Table)
                .SubmitTransactionAsync([new(TableTransactionActionType.Add, entity), .. markers], cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
