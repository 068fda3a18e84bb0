using System.Diagnostics.CodeAnalysis;
using FlowLog.Chunks;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>
/// Chunks that queries have opened, the latest used first, within a bound of bytes. A chunk never changes but that it is merged into another
/// or dropped; one that a listing names is therefore what lies here under its key.
/// </summary>
internal sealed class OpenedChunks(IOptions<AnalysisOptions> options)
{
    /// <summary>Addresses of all books, some 50 bytes each.</summary>
    private const int MostAddresses = 2_000_000;

    private readonly long _most = options.Value.CacheMebibytes * 1024L * 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Table, string Partition, string Row), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _latestFirst = new();
    private readonly Dictionary<string, AddressBook> _addresses = new(StringComparer.Ordinal);

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

    /// <summary>The numbers of a Logstore's addresses, which its opened chunks remember. When there are too many, all begin anew.</summary>
    public AddressBook AddressesOf(string logstoreId)
    {
        lock (_gate)
        {
            if (_addresses.Values.Sum(book => (long)book.Bound) > MostAddresses)
                _addresses.Clear();
            if (!_addresses.TryGetValue(logstoreId, out var book))
                _addresses[logstoreId] = book = new();
            return book;
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
