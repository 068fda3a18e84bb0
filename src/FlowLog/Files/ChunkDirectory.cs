using System.Collections.Frozen;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Files;

/// <summary>The bytes of the directory at a file's end, written a chunk at a time.</summary>
internal static class ChunkDirectory
{
    /// <summary>Mark, number of chunks, then their entries, checksum.</summary>
    public static void Write(ByteWriter writer, int chunks, ReadOnlySpan<byte> entries)
    {
        var start = writer.Length;
        writer.Byte(ChunkFile.DirectoryMark);
        writer.Varint((ulong)chunks);
        writer.Bytes(entries);
        writer.UInt32(Crc32C.Of(writer.Written[start..]));
    }

    /// <summary>Ranges of columns that are zero in all rows are left out.</summary>
    public static void WriteEntry(ByteWriter writer, int length, ChunkStatistics statistics)
    {
        var ranges = statistics.Ranges.Where(range => range.Value != default).OrderBy(range => range.Key).ToList();
        writer.Varint((ulong)length);
        writer.Varint((ulong)statistics.Rows);
        writer.Varint((ulong)ranges.Count);
        foreach (var (id, range) in ranges)
        {
            writer.Byte(id);
            writer.Signed(range.Minimum);
            writer.Varint((ulong)(range.Maximum - range.Minimum));
        }
    }

    /// <param name="bytes">The directory, and nothing else.</param>
    /// <param name="offset">Where it begins in the file: just behind the last chunk.</param>
    /// <exception cref="ChunkFormatException">No directory, or one that does not fit the file.</exception>
    public static IReadOnlyList<DirectoryEntry> Read(ReadOnlySpan<byte> bytes, long offset)
    {
        var reader = new ByteReader(ChunkFormatException.Header, bytes, offset);
        if (bytes.Length <= Crc32C.Size || bytes[0] != ChunkFile.DirectoryMark)
            throw reader.Corrupt("no directory");
        var tail = new ByteReader(ChunkFormatException.Header, bytes[^Crc32C.Size..], offset + bytes.Length - Crc32C.Size);
        if (tail.UInt32() != Crc32C.Of(bytes[..^Crc32C.Size]))
            throw tail.Corrupt("the checksum of the directory does not match");
        reader = new(ChunkFormatException.Header, bytes[..^Crc32C.Size], offset);
        reader.Byte();
        var entries = new List<DirectoryEntry>();
        long at = ChunkFile.HeadBytes;
        for (var left = reader.Count(reader.Remaining, "chunks"); left > 0; left--)
        {
            var entry = ReadEntry(ref reader, at);
            entries.Add(entry);
            at += entry.Length;
        }

        reader.End();
        return at == offset ? entries : throw reader.Corrupt($"chunks up to byte {at}; the directory begins at byte {offset}");
    }

    private static DirectoryEntry ReadEntry(ref ByteReader reader, long at)
    {
        var length = reader.Count(ChunkFile.MaxChunkBytes, "bytes of a chunk");
        var rows = reader.Count(ChunkLimits.MaxRows, "rows");
        var ranges = NumberFields.ToDictionary(field => field.Id, _ => default(ColumnRange));
        for (var left = reader.Count(ChunkLimits.MaxColumnId + 1, "ranges"); left > 0; left--)
        {
            int id = reader.Byte();
            var least = reader.Signed();
            ranges[id] = new(least, (long)((ulong)least + reader.Varint()));
        }

        return new(at, length, new() { Rows = rows, Ranges = ranges.ToFrozenDictionary() });
    }

    private static readonly FlowField[] NumberFields = [.. FlowFields.All.Where(field => field.Kind is FieldKind.Number or FieldKind.Name)];
}
