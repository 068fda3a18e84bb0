using System.Buffers.Binary;
using FlowLog.Chunks;

namespace FlowLog.Files;

/// <summary>The last bytes of a file: where the directory begins, and the head once more.</summary>
internal static class ChunkTail
{
    /// <param name="bytes">The last <see cref="ChunkFile.TailBytes"/> bytes.</param>
    /// <param name="start">Where they begin in the file.</param>
    /// <param name="directory">Where the directory begins.</param>
    /// <exception cref="ChunkFormatException">No tail.</exception>
    public static void Read(ReadOnlySpan<byte> bytes, long start, out long directory)
    {
        ChunkFile.RequireHead(bytes[sizeof(ulong)..], start + sizeof(ulong));
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (offset < ChunkFile.HeadBytes || offset > (ulong)start)
            throw new ChunkFormatException(ChunkFormatException.Header, start, $"a directory at byte {offset}, which is not within the file");
        directory = (long)offset;
    }
}
