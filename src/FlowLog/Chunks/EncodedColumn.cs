using FlowLog.Chunks.Encodings;

namespace FlowLog.Chunks;

/// <summary>A column's bytes as they are stored: encoding byte, payload, CRC-32C (little-endian).</summary>
internal static class EncodedColumn
{
    /// <summary>Puts the checksum behind what was written.</summary>
    public static byte[] Seal(ByteWriter writer, int columnId, int rows)
    {
        writer.UInt32(Crc32C.OfColumn(columnId, rows, writer.Written));
        return writer.ToArray();
    }

    /// <summary>Checks the checksum before anything is read, and reads the encoding byte.</summary>
    /// <returns>A reader of the payload.</returns>
    public static ByteReader Open(Chunk chunk, int columnId, out ColumnEncoding encoding)
    {
        var column = chunk.Columns[columnId];
        var bytes = column.Span;
        if (bytes.Length < 1 + Crc32C.Size)
            throw new ChunkFormatException(columnId, bytes.Length, "a column is cut off");
        var payload = bytes[..^Crc32C.Size];
        var tail = new ByteReader(columnId, bytes[^Crc32C.Size..]);
        if (tail.UInt32() != Crc32C.OfColumn(columnId, chunk.Rows, payload))
            throw new ChunkFormatException(columnId, payload.Length, "the checksum does not match");
        var reader = new ByteReader(columnId, payload) { Memory = column };
        encoding = (ColumnEncoding)reader.Byte();
        return reader;
    }
}
