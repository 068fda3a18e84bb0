using FlowLog.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Merges neighbours that a test chooses.</summary>
internal static class Exchange
{
    /// <summary>Merges all of an hour but the batches of these steps.</summary>
    public static async Task AllFromAsync(LogstoreWorker worker, LogstoreSite site, long hour, params string[] except)
    {
        for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
        {
            var unmerged = await worker.Get<LogstoreMerges>().UnmergedAsync(site.Logstore.Id, hour, shard, default);
            var group = unmerged.Where(chunk => !except.Any(step => chunk.Row.Contains($"-{step}-", StringComparison.Ordinal))).ToList();
            if (group.Count > 1)
                await OfAsync(worker, group);
        }
    }

    public static async Task OfAsync(LogstoreWorker worker, IReadOnlyList<ChunkHeader> group)
    {
        var merges = worker.Get<LogstoreMerges>();
        var sources = await merges.ReadAsync(group, default);
        var merged = ChunkMerge.Merge([.. sources.Select(source => source.Chunk)]);
        var starts = new TimeSpanOfStarts(sources.Min(source => source.Header.Starts.Least), sources.Max(source => source.Header.Starts.Greatest));
        Assert.True(await merges.ExchangeAsync(sources, new(merged, starts, null, default, []), default));
    }
}
