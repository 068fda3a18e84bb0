using System.Diagnostics.CodeAnalysis;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>
/// Chunks that queries have opened, the latest used first, within a bound of bytes. A chunk never changes but that it is merged into another
/// or dropped; one that a listing names is therefore what lies here under its key.
/// </summary>
internal sealed class OpenedChunks(IOptions<AnalysisOptions> options)
{
    private readonly long _most = options.Value.CacheMebibytes * 1024L * 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Table, string Partition, string Row), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _latestFirst = new();

    private readonly record struct Entry((string Table, string Partition, string Row) Key, OpenedChunk Chunk);

    /// <summary>Bytes of all that is kept.</summary>
    public long Bytes { get; private set; }

    public bool TryFind(ChunkHeader header, [NotNullWhen(true)] out OpenedChunk? chunk)
    {
        lock (_gate)
        {
            chunk = null;
            if (!_entries.TryGetValue(KeyOf(header), out var node))
                return false;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            chunk = node.Value.Chunk;
            return true;
        }
    }

    /// <summary>Keeps a chunk, in the place of one with fewer columns, and lets go of those that were not used for longest.</summary>
    public void Keep(ChunkHeader header, OpenedChunk chunk)
    {
        lock (_gate)
        {
            var key = KeyOf(header);
            if (_entries.TryGetValue(key, out var before))
                Remove(before);
            _entries[key] = _latestFirst.AddFirst(new Entry(key, chunk));
            Bytes += chunk.Bytes;
            while (Bytes > _most)
                Remove(_latestFirst.Last!);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _latestFirst.Remove(node);
        _entries.Remove(node.Value.Key);
        Bytes -= node.Value.Chunk.Bytes;
    }

    private static (string Table, string Partition, string Row) KeyOf(ChunkHeader header) => (header.Table, header.Partition, header.Row);
}
