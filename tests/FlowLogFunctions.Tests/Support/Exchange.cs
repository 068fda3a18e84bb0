using FlowLog.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Merges neighbours that a test chooses.</summary>
internal static class Exchange
{
    public static async Task OfAsync(LogstoreWorker worker, IReadOnlyList<ChunkHeader> group)
    {
        var merges = worker.Get<LogstoreMerges>();
        var sources = await merges.ReadAsync(group, default);
        var merged = ChunkMerge.Merge([.. sources.Select(source => source.Chunk)]);
        var starts = new TimeSpanOfStarts(sources.Min(source => source.Header.Starts.Least), sources.Max(source => source.Header.Starts.Greatest));
        Assert.True(await merges.ExchangeAsync(sources, new(merged, starts, null, default, []), default));
    }
}
