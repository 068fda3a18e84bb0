using FlowLog.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>
/// Which batches of an hour are still to be sent. The batches that were there at the first listing are; those that come later are not
/// waited for. Chunks are taken in the order of their keys, since merging takes neighbours in that order: a chunk that has been merged is
/// met by its next neighbour at the latest, so what was sent of a merged chunk is among the last that were sent, and only those are held.
/// </summary>
internal sealed class HourBatches
{
    private readonly HashSet<string> _due;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly SentChunks _held = new();
    private Queue<ChunkHeader> _waiting;

    public HourBatches(IReadOnlyList<ChunkHeader> headers)
    {
        _due = headers.SelectMany(header => header.Batches).ToHashSet(StringComparer.Ordinal);
        _waiting = InOrder(headers);
    }

    /// <summary>The chunk that is to be read; null if all is sent.</summary>
    public ChunkHeader? Next() => _waiting.TryPeek(out var header) ? header : null;

    /// <summary>Counts the chunk that <see cref="Next"/> gave as sent.</summary>
    /// <returns>Chunks of which all rows are in this one and were sent before.</returns>
    /// <exception cref="LostTrackException">What was sent of it is not held any more.</exception>
    public IReadOnlyList<Chunk> Send(ChunkHeader header, Chunk chunk)
    {
        _waiting.Dequeue();
        var before = header.Batches.Where(_sent.Contains).Select(Held).ToList();
        _due.ExceptWith(header.Batches);
        _sent.UnionWith(header.Batches);
        if (!header.IsMerged)
            _held.Hold(header.Batches[0], chunk);
        return before;
    }

    /// <summary>Takes up the hour as it is now: a chunk that was to be read had been merged, or its table dropped.</summary>
    public void ListedAgain(IReadOnlyList<ChunkHeader> headers) => _waiting = InOrder(headers);

    private Chunk Held(string batch) => _held.Find(batch)
        ?? throw new LostTrackException($"The chunk {batch} was sent, has been merged since, and is not held any more.");

    /// <summary>Merged chunks of which a part was sent come first, as long as that part is held.</summary>
    private Queue<ChunkHeader> InOrder(IReadOnlyList<ChunkHeader> headers) => new(headers
        .Where(header => header.Batches.Any(_due.Contains))
        .OrderByDescending(header => header.Batches.Any(_sent.Contains))
        .ThenBy(header => header.Partition, StringComparer.Ordinal)
        .ThenBy(header => header.Row, StringComparer.Ordinal));
}
