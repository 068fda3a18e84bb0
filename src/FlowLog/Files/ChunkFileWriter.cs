using System.Buffers.Binary;
using FlowLog.Chunks;

namespace FlowLog.Files;

/// <summary>
/// Writes a file of chunks from front to back. In memory are one chunk's header and, of each chunk so far, its entry in the directory:
/// about 80 bytes. A file that was not ended has no directory; its chunks can be read all the same.
/// </summary>
/// <param name="stream">Written from where it stands; it need not be able to seek, and is not disposed of.</param>
public sealed class ChunkFileWriter(Stream stream)
{
    private readonly ByteWriter _entries = new();
    private readonly ByteWriter _scratch = new(ChunkHeader.MaxBytes);

    public int Chunks { get; private set; }

    public long Rows { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    /// <exception cref="ArgumentException">A chunk of more than <see cref="ChunkFile.MaxChunkBytes"/>.</exception>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public async ValueTask AddAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        _scratch.Clear();
        ChunkHeader.Write(_scratch, chunk);
        var length = (long)_scratch.Length + chunk.Columns.Values.Sum(column => (long)column.Length);
        if (length > ChunkFile.MaxChunkBytes)
            throw new ArgumentException($"A chunk of {length} bytes; at most {ChunkFile.MaxChunkBytes} can be in a file.", nameof(chunk));
        ChunkDirectory.WriteEntry(_entries, (int)length, ChunkStatistics.Of(chunk));
        await WriteScratchAsync(cancellationToken);
        foreach (var (_, column) in chunk.Columns.OrderBy(column => column.Key))
            await stream.WriteAsync(column, cancellationToken);
        Length += length - _scratch.Length;
        Chunks++;
        Rows += chunk.Rows;
    }

    /// <summary>Writes the directory; nothing can be added afterwards.</summary>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        var offset = Length;
        _scratch.Clear();
        ChunkDirectory.Write(_scratch, Chunks, _entries.Written);
        BinaryPrimitives.WriteUInt64LittleEndian(_scratch.Reserve(sizeof(ulong)), (ulong)offset);
        _scratch.Bytes(ChunkFile.Head);
        await WriteScratchAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        if (Length > 0)
            return;
        _scratch.Clear();
        _scratch.Bytes(ChunkFile.Head);
        await WriteScratchAsync(cancellationToken);
    }

    private async ValueTask WriteScratchAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_scratch.ToArray(), cancellationToken);
        Length += _scratch.Length;
    }
}
