using FlowLog.Chunks;

namespace FlowLog.Files;

/// <summary>
/// The directory of a file of chunks, by which single chunks are read and others passed over. It takes some hundred bytes of memory a
/// chunk.
/// </summary>
public sealed class ChunkFileIndex
{
    private readonly Stream _stream;

    private ChunkFileIndex(Stream stream, IReadOnlyList<DirectoryEntry> chunks) => (_stream, Chunks) = (stream, chunks);

    /// <summary>The chunks in the order of the file.</summary>
    public IReadOnlyList<DirectoryEntry> Chunks { get; }

    public long Rows => Chunks.Sum(chunk => (long)chunk.Statistics.Rows);

    /// <param name="stream">One that can seek. It is not disposed of.</param>
    /// <exception cref="ChunkFormatException">No file of chunks, another version, or a damaged or missing directory.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static async ValueTask<ChunkFileIndex> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = await ReadAsync(stream, 0, (int)Math.Min(stream.Length, ChunkFile.HeadBytes), cancellationToken);
        ChunkFile.RequireHead(head.Span, 0);
        var end = stream.Length - ChunkFile.TailBytes;
        if (end < ChunkFile.HeadBytes)
            throw new ChunkFormatException(ChunkFormatException.Header, stream.Length, "the file ends before its directory");
        var tail = await ReadAsync(stream, end, ChunkFile.TailBytes, cancellationToken);
        ChunkTail.Read(tail.Span, end, out var directory);
        if (end - directory > ChunkFile.MaxDirectoryBytes)
            throw new ChunkFormatException(ChunkFormatException.Header, directory, $"a directory of {end - directory} bytes; at most {ChunkFile.MaxDirectoryBytes} can be");
        var bytes = await ReadAsync(stream, directory, (int)(end - directory), cancellationToken);
        return new(stream, ChunkDirectory.Read(bytes.Span, directory));
    }

    /// <summary>Reads one chunk, whose columns are checked when they are decoded. One call at a time.</summary>
    /// <exception cref="ChunkFormatException">The chunk is not what the directory says.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async ValueTask<Chunk> ReadAsync(DirectoryEntry entry, CancellationToken cancellationToken) =>
        ChunkOf(entry, await ReadAsync(_stream, entry.Offset, entry.Length, cancellationToken));

    /// <summary>A chunk from bytes that are in memory already, of which its columns are slices.</summary>
    /// <param name="bytes">The <see cref="DirectoryEntry.Length"/> bytes at its offset.</param>
    /// <exception cref="ChunkFormatException">The chunk is not what the directory says.</exception>
    public static Chunk ChunkOf(DirectoryEntry entry, ReadOnlyMemory<byte> bytes)
    {
        var header = ChunkHeader.Read(bytes.Span, entry.Offset);
        if (header.Length != entry.Length || header.Rows != entry.Statistics.Rows)
            throw new ChunkFormatException(ChunkFormatException.Header, entry.Offset, "a chunk of other size than the directory says");
        return header.Of(bytes);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream stream, long offset, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        stream.Seek(offset, SeekOrigin.Begin);
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
