using FlowLog.Chunks;
using FlowLog.Packets;

namespace FlowLog.Files;

/// <summary>
/// Reads a file of chunks from front to back, from any stream; one chunk is in memory at a time. The chunks before damage are good,
/// also those of a file that was cut off. At the end the directory is compared with what was read.
/// </summary>
/// <param name="stream">Plain or in gzip. It is not disposed of.</param>
public sealed class ChunkFileReader(Stream stream)
{
    private readonly CaptureBuffer _buffer = new(stream);
    private readonly List<(int Length, int Rows)> _read = [];
    private bool _hasHead;
    private bool _atEnd;

    /// <summary>Offset of the chunk that was read last, in the uncompressed bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes of that chunk, header and columns.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes read so far, uncompressed.</summary>
    public long Position => _buffer.Offset;

    /// <summary>The next chunk, whose columns are checked when they are decoded; null at the file's end.</summary>
    /// <exception cref="ChunkFormatException">
    /// Damage, with its offset: no such file, one of another version, a cut or broken one. Column damage is found when decoding.
    /// </exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async ValueTask<Chunk?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_hasHead)
            await ReadHeadAsync(cancellationToken);
        if (_atEnd)
            return null;
        await _buffer.FillAsync(ChunkHeader.MaxBytes, cancellationToken);
        Offset = _buffer.Offset;
        if (_buffer.Unread is [ChunkFile.DirectoryMark, ..])
        {
            await ReadEndAsync(cancellationToken);
            return null;
        }

        var header = ChunkHeader.Read(_buffer.Unread[..Math.Min(_buffer.Available, ChunkHeader.MaxBytes)], Offset);
        if (!await _buffer.FillAsync(header.Length, cancellationToken))
            throw Corrupt($"the file ends within a chunk of {header.Length} bytes");
        Length = header.Length;
        var chunk = header.Of(_buffer.Unread[..Length].ToArray());
        _buffer.Consume(Length);
        _read.Add((Length, chunk.Rows));
        return chunk;
    }

    private async ValueTask ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (await _buffer.FillAsync(2, cancellationToken) && _buffer.Unread is [0x1F, 0x8B, ..])
            _buffer.Decompress();
        await _buffer.FillAsync(ChunkFile.HeadBytes, cancellationToken);
        ChunkFile.RequireHead(_buffer.Unread[..Math.Min(_buffer.Available, ChunkFile.HeadBytes)], 0);
        _buffer.Consume(ChunkFile.HeadBytes);
        _hasHead = true;
    }

    /// <summary>What is left is the directory and the tail; a file that says more of them than there is, is damaged.</summary>
    private async ValueTask ReadEndAsync(CancellationToken cancellationToken)
    {
        while (await _buffer.FillAsync(_buffer.Available + 1, cancellationToken))
        {
            if (_buffer.Available > ChunkFile.MaxDirectoryBytes)
                throw Corrupt($"a directory of more than {ChunkFile.MaxDirectoryBytes} bytes");
            await _buffer.FillAsync(Math.Min(_buffer.Available * 2, ChunkFile.MaxDirectoryBytes), cancellationToken);
        }

        var length = _buffer.Available - ChunkFile.TailBytes;
        if (length < 0)
            throw Corrupt("the file ends within the directory");
        ChunkTail.Read(_buffer.Unread[length..], Offset + length, out var offset);
        if (offset != Offset)
            throw Corrupt($"the directory is said to begin at byte {offset}");
        var entries = ChunkDirectory.Read(_buffer.Unread[..length], Offset);
        if (!entries.Select(entry => (entry.Length, entry.Statistics.Rows)).SequenceEqual(_read))
            throw Corrupt("the directory names other chunks than there are");
        _buffer.Consume(_buffer.Available);
        _atEnd = true;
    }

    private ChunkFormatException Corrupt(string message) => new(ChunkFormatException.Header, Offset, message);
}
