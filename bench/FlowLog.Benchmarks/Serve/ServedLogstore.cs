using Azure.Data.Tables;
using FlowLog.Benchmarks.Chunks;
using FlowLog.Benchmarks.Ingest;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLog.Benchmarks.Serve;

/// <summary>A Logstore with the records of <see cref="InventedFlows"/>, spread over some hours of a day, in an Azurite of its own.</summary>
internal sealed class ServedLogstore : IAsyncDisposable
{
    public const int Hours = 24;
    public const string Project = "bench-serve";
    public const string AccountId = "1000000000000001";

    private const int RowsOfChunk = 2_500;
    private const int WritersAtOnce = 8;
    private const int ReadersAtOnce = 6;

    /// <summary>The day's start, Unix seconds.</summary>
    public const long Day = InventedFlows.Hour / 86_400 * 86_400;

    private static readonly Scope Scope = new(AccountId, "cn-hangzhou");
    private static readonly Logstore Logstore = IngestService.LogstoreOf(Project, 1);

    private readonly Azurite _azurite;
    private readonly ServiceProvider _services;

    private ServedLogstore(Azurite azurite)
    {
        _azurite = azurite;
        _services = new ServiceCollection().AddLogging().AddFlowLogFunctions(new ConfigurationManager { ["AzureWebJobsStorage"] = azurite.ConnectionString }).BuildServiceProvider();
    }

    public string ConnectionString => _azurite.ConnectionString;

    private LogstoreTables Tables => _services.GetRequiredService<LogstoreTables>();

    public static async Task<ServedLogstore> StartAsync(CancellationToken cancellation)
    {
        var storage = new ServedLogstore(await Azurite.StartAsync(AzuriteStore.Memory, cancellation));
        await ActivatorUtilities.CreateInstance<StorageStart>(storage._services).StartAsync(cancellation);
        var control = storage._services.GetRequiredService<ControlTable>();
        await control.AddAsync(ControlKeys.Partition(Scope), ProjectStore.Row(Project), new Project(Project, "", Logstore.CreatedAt), cancellation);
        await control.AddAsync(ControlKeys.Partition(Scope), LogstoreStore.Row(Project, Logstore.Name), Logstore, cancellation);
        return storage;
    }

    /// <summary>Writes about so many records, a chunk at a time; how many there are.</summary>
    public async Task<long> FillAsync(int records, CancellationToken cancellation)
    {
        var written = 0L;
        var parts = new InventedFlows(records).Ingested(RowsOfChunk).Select((rows, number) => (rows, number));
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce, CancellationToken = cancellation }, async (part, stop) =>
        {
            var hour = Day + (part.number % Hours * LogstoreKeys.SecondsPerHour);
            var chunk = ChunkEncoder.Encode(Shifted(part.rows, hour - InventedFlows.Hour));
            var starts = TimeSpanOfStarts.Of(part.rows.Numbers(FlowFields.Start));
            await Tables.AddAsync(Logstore.Id, hour, FormattableString.Invariant($"eni-bp1bench{part.number:D9}-00000000"), new(chunk, starts, null, default, []), stop);
            Interlocked.Add(ref written, part.rows.Count);
        });
        return written;
    }

    public async Task MergeAsync(CancellationToken cancellation)
    {
        var merge = _services.GetRequiredService<PartitionMerge>();
        for (var hour = 0; hour < Hours; hour++)
        {
            for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
                await merge.RunAsync(Logstore.Id, Day + (hour * LogstoreKeys.SecondsPerHour), shard, cancellation);
        }
    }

    public async Task<int> CountAsync(CancellationToken cancellation) => (await ListAsync(cancellation)).Count;

    /// <summary>Fetches columns of all chunks as bytes, by pages of one partition each, and does nothing with them.</summary>
    public async Task<long> FetchAsync(IReadOnlyList<int> columns, CancellationToken cancellation)
    {
        var bytes = 0L;
        var table = _services.GetRequiredService<StorageClients>().Tables.GetTableClient(LogstoreKeys.Table(Logstore.Id, Day));
        var partitions = (await ListAsync(cancellation)).GroupBy(header => header.Partition);
        await Parallel.ForEachAsync(partitions, new ParallelOptions { MaxDegreeOfParallelism = ReadersAtOnce, CancellationToken = cancellation }, async (partition, stop) =>
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and n ge 1");
            var select = ChunkRow.Select(columns, partition.Max(header => header.Bytes));
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, null, select, stop))
                Interlocked.Add(ref bytes, entity.Select(pair => pair.Value).OfType<byte[]>().Sum(column => (long)column.Length));
        });
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private async Task<IReadOnlyList<ChunkHeader>> ListAsync(CancellationToken cancellation)
    {
        long[] hours = [.. Enumerable.Range(0, Hours).Select(hour => Day + (hour * LogstoreKeys.SecondsPerHour))];
        return [.. (await _services.GetRequiredService<LogstoreChunks>().OfHoursAsync(Logstore.Id, hours, cancellation)).Values.SelectMany(headers => headers)];
    }

    private static FlowColumns Shifted(FlowColumns rows, long seconds)
    {
        foreach (var field in new[] { FlowFields.Start, FlowFields.End })
        {
            var times = rows.Numbers(field).ToArray();
            for (var row = 0; row < times.Length; row++)
                times[row] += seconds;
            rows.Set(field, times);
        }

        return rows;
    }
}
