using FlowLog.Chunks;
using FlowLog.Ledger;
using FlowLog.Reports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Merging;

/// <summary>
/// Merges the small chunks of one partition, an hour and shard, into large ones. Each exchange is one transaction guarded by the versions of
/// all its sources, so any number of workers may merge the same partition while others write to it and read it; a crash leaves it as it was
/// before an exchange or after.
/// </summary>
internal sealed partial class PartitionMerge(LogstoreMerges chunks, UpkeepTelemetry telemetry, ILogger<PartitionMerge> log)
{
    public async Task RunAsync(string logstoreId, long hour, int shard, CancellationToken cancellation)
    {
        var rest = await chunks.UnmergedAsync(logstoreId, hour, shard, cancellation);
        while (rest.Count > 1)
        {
            var count = ChunkMerge.Plan(rest.Select(chunk => (chunk.Rows, BytesOf(chunk))));
            if (count > 1)
                await ExchangeAsync([.. rest.Take(count)], cancellation);
            rest = [.. rest.Skip(count)];
        }
    }

    private async Task ExchangeAsync(IReadOnlyList<ChunkHeader> group, CancellationToken cancellation)
    {
        try
        {
            var sources = await chunks.ReadAsync(group, cancellation);
            if (sources.Count > 1)
                await ExchangeAsync(sources, cancellation);
        }
        catch (ChunkFormatException damage)
        {
            // Readers will say so too; the others of the group stay as small as they are.
            telemetry.Unmerged(group.Count, "damaged");
            LogDamaged(log, group[0].Table, group[0].Partition, group[0].Row, damage);
        }
    }

    private async Task ExchangeAsync(IReadOnlyList<MergeSource> sources, CancellationToken cancellation)
    {
        var merged = ChunkMerge.Merge([.. sources.Select(source => source.Chunk)]);
        var starts = new TimeSpanOfStarts(sources.Min(source => source.Header.Starts.Least), sources.Max(source => source.Header.Starts.Greatest));
        BatchStatement[] statements = [.. sources.SelectMany(source => ChunkRow.ReadStatements(source.Entity))];
        var charge = sources.Aggregate(default(ChunkCharge), (sum, source) => sum + ChunkRow.ReadCharge(source.Entity));
        if (await chunks.ExchangeAsync(sources, new(merged, starts, AggregateOf(sources), charge, statements), cancellation) is { } isDone)
        {
            telemetry.Merged(isDone ? sources.Count : 0);
            telemetry.Unmerged(isDone ? 0 : sources.Count, "changed meanwhile");
            return;
        }

        var half = sources.Count / 2;
        foreach (var part in new[] { sources.Take(half).ToList(), sources.Skip(half).ToList() })
        {
            if (part.Count > 1)
                await ExchangeAsync(part, cancellation);
        }
    }

    /// <summary>Of those sources that have one; null if none has.</summary>
    private static Aggregate? AggregateOf(IReadOnlyList<MergeSource> sources)
    {
        if (sources.All(source => source.Aggregate is null))
            return null;
        var whole = new Aggregate(AggregateSize.Merged);
        foreach (var source in sources)
        {
            if (source.Aggregate is { } aggregate)
                whole.Merge(aggregate);
        }

        whole.Trim();
        return whole;
    }

    /// <summary>A chunk that does not say how long it is came as one message.</summary>
    private static int BytesOf(ChunkHeader chunk) => chunk.Bytes > 0 || chunk.Rows == 0 ? chunk.Bytes : TableLimits.MessageBytes;

    [LoggerMessage(450, LogLevel.Error, "A chunk of {Table}, partition {Partition}, from {Row} on is damaged; its group is not merged")]
    private static partial void LogDamaged(ILogger logger, string table, string partition, string row, Exception damage);
}
