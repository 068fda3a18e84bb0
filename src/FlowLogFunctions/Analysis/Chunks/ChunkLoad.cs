using FlowLog.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>Reads chunks of one query: from memory what is there, else from storage, so many calls at a time.</summary>
/// <param name="columns">Numbers of the columns that the query needs.</param>
/// <param name="calls">As many as may be under way.</param>
internal sealed class ChunkLoad(LogstoreChunks chunks, OpenedChunks opened, IReadOnlySet<int> columns, SemaphoreSlim calls)
{
    private static readonly IReadOnlySet<int> Nothing = new HashSet<int>();

    /// <summary>The chunks, in the order of their headers; null for one that has gone or has been merged into another.</summary>
    /// <param name="headers">Of one partition, in the order of keys.</param>
    public async Task<IReadOnlyList<ChunkReader?>> ReadAsync(IReadOnlyList<ChunkHeader> headers, CancellationToken cancellation)
    {
        var known = headers.Select(header => opened.TryFind(header, out var chunk) ? chunk : null).ToList();
        var lacking = headers.Zip(known, (header, chunk) => (header, Missing(chunk)));
        var runs = ChunkRun.Of(lacking).Select(run => ReadAsync(run, cancellation)).ToList();
        var read = (await Task.WhenAll(runs)).SelectMany(run => run).ToDictionary(StringComparer.Ordinal);
        return [.. headers.Zip(known, (header, chunk) => Missing(chunk).Count == 0 ? chunk!.Reader : Keep(header, chunk, read.GetValueOrDefault(header.Row)))];
    }

    private IReadOnlySet<int> Missing(OpenedChunk? chunk)
    {
        if (chunk is null)
            return columns;
        return columns.IsSubsetOf(chunk.Columns) ? Nothing : columns.Except(chunk.Columns).ToHashSet();
    }

    private ChunkReader? Keep(ChunkHeader header, OpenedChunk? known, Chunk? read)
    {
        if (read is null)
            return null;
        var chunk = known is null ? OpenedChunk.Of(read, columns) : known.With(read, columns);
        opened.Keep(header, chunk);
        return chunk.Reader;
    }

    private async Task<IReadOnlyDictionary<string, Chunk>> ReadAsync(ChunkRun run, CancellationToken cancellation)
    {
        await calls.WaitAsync(cancellation);
        try
        {
            return await chunks.ReadAsync(run.Headers, run.Missing, cancellation);
        }
        finally
        {
            calls.Release();
        }
    }
}
