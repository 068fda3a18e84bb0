using System.Collections.Frozen;
using FlowLog.Chunks;

namespace FlowLog.Files;

/// <summary>What stands before the columns of a chunk in a file: its rows, and which column has how many bytes.</summary>
internal sealed class ChunkHeader
{
    /// <summary>The longest header: mark, rows, number of columns, all 256 columns, checksum.</summary>
    public const int MaxBytes = 1 + 5 + 5 + (256 * (1 + 5)) + Crc32C.Size;

    private readonly List<(int Id, int Length)> _columns = [];

    private ChunkHeader()
    {
    }

    public int Rows { get; private init; }

    /// <summary>Bytes of the header.</summary>
    public int HeaderBytes { get; private set; }

    /// <summary>Bytes of the header and all columns.</summary>
    public int Length { get; private set; }

    public static void Write(ByteWriter writer, Chunk chunk)
    {
        var start = writer.Length;
        writer.Byte(ChunkFile.ChunkMark);
        writer.Varint((ulong)chunk.Rows);
        writer.Varint((ulong)chunk.Columns.Count);
        foreach (var (id, column) in chunk.Columns.OrderBy(column => column.Key))
        {
            writer.Byte(id);
            writer.Varint((ulong)column.Length);
        }

        writer.UInt32(Crc32C.Of(writer.Written[start..]));
    }

    /// <param name="bytes">From the header's first byte; more may follow.</param>
    /// <param name="offset">Where that is in the file.</param>
    /// <exception cref="ChunkFormatException">No header.</exception>
    public static ChunkHeader Read(ReadOnlySpan<byte> bytes, long offset)
    {
        var reader = new ByteReader(ChunkFormatException.Header, bytes, offset);
        if (reader.Byte() is not ChunkFile.ChunkMark and var mark)
            throw new ChunkFormatException(ChunkFormatException.Header, offset, $"{mark} where a chunk begins with {ChunkFile.ChunkMark}");
        var header = new ChunkHeader { Rows = reader.Count(ChunkLimits.MaxRows, "rows") };
        var bytesOfColumns = 0L;
        for (var left = reader.Count(ChunkLimits.MaxColumnId + 1, "columns"); left > 0; left--)
        {
            int id = reader.Byte();
            if (header._columns.Count > 0 && id <= header._columns[^1].Id)
                throw reader.Corrupt($"column {id} after column {header._columns[^1].Id}");
            header._columns.Add((id, reader.Count(ChunkFile.MaxChunkBytes, "bytes of a column")));
            bytesOfColumns += header._columns[^1].Length;
        }

        if (Crc32C.Of(bytes[..reader.Offset]) != reader.UInt32())
            throw reader.Corrupt("the checksum of a chunk's header does not match");
        if (reader.Offset + bytesOfColumns > ChunkFile.MaxChunkBytes)
            throw reader.Corrupt($"a chunk of {bytesOfColumns} bytes; at most {ChunkFile.MaxChunkBytes} can be");
        (header.HeaderBytes, header.Length) = (reader.Offset, reader.Offset + (int)bytesOfColumns);
        return header;
    }

    /// <param name="bytes">The whole chunk, of <see cref="Length"/> bytes; its columns are slices of it, checked when they are decoded.</param>
    public Chunk Of(ReadOnlyMemory<byte> bytes)
    {
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>(_columns.Count);
        var at = HeaderBytes;
        foreach (var (id, length) in _columns)
        {
            columns[id] = bytes.Slice(at, length);
            at += length;
        }

        return new() { Rows = Rows, Columns = columns.ToFrozenDictionary() };
    }
}
