using FlowLog.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>Reads chunks of one query: from memory what is there, else from storage, so many calls at a time.</summary>
/// <param name="columns">Numbers of the columns that the query needs.</param>
/// <param name="starts">The time that the query is about.</param>
/// <param name="calls">As many as may be under way.</param>
internal sealed class ChunkLoad(LogstoreChunks chunks, OpenedChunks opened, IReadOnlySet<int> columns, TimeSpanOfStarts starts, SemaphoreSlim calls)
{
    /// <summary>Columns of other chunks may be larger than those of the ones that were read.</summary>
    private const double Margin = 1.5;

    private static readonly IReadOnlySet<int> Nothing = new HashSet<int>();

    private long _bytes;
    private long _bytesRead;

    /// <summary>Encoded bytes of all columns of as many chunks as fill a page with those that are asked for, by what was read so far.</summary>
    public long PageBytes
    {
        get
        {
            var (bytes, read) = (Interlocked.Read(ref _bytes), Interlocked.Read(ref _bytesRead));
            return read == 0 ? LogstoreChunks.PageBytes : Math.Max(LogstoreChunks.PageBytes, (long)(LogstoreChunks.PageBytes / Margin * bytes / read));
        }
    }

    /// <summary>The chunks, in the order of their headers; null for one that has gone or has been merged into another.</summary>
    /// <param name="headers">Of one day, in the order of keys.</param>
    public async Task<IReadOnlyList<ChunkReader?>> ReadAsync(IReadOnlyList<ChunkHeader> headers, CancellationToken cancellation)
    {
        var known = headers.Select(header => opened.TryFind(header, out var chunk) ? chunk : null).ToList();
        var lacking = headers.Zip(known, (header, chunk) => (header, Missing(chunk)));
        var runs = ChunkRun.Of(lacking, PageBytes).Select(run => ReadAsync(run, cancellation)).ToList();
        if (runs.Count == 0)
            return [.. known.Select(chunk => chunk!.Reader)];
        var read = (await Task.WhenAll(runs)).SelectMany(run => run).ToDictionary();
        return [.. headers.Zip(known, (header, chunk) => Missing(chunk).Count == 0 ? chunk!.Reader : Keep(header, chunk, read.GetValueOrDefault((header.Partition, header.Row))))];
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
        if (known is null)
        {
            Interlocked.Add(ref _bytes, ChunkRun.SizeOf(header));
            Interlocked.Add(ref _bytesRead, read.Size);
        }

        return chunk.Reader;
    }

    private async Task<IReadOnlyDictionary<(string Partition, string Row), Chunk>> ReadAsync(ChunkRun run, CancellationToken cancellation)
    {
        await calls.WaitAsync(cancellation);
        try
        {
            return await chunks.ReadAsync(run.Headers, run.Missing, starts, cancellation);
        }
        finally
        {
            calls.Release();
        }
    }
}
