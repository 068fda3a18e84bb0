using FlowLog.Chunks;
using FlowLog.Imports;

namespace FlowLog.Files;

/// <summary>
/// A file of chunks (docs/chunk-format.md): a head, the chunks one after the other, and a directory of them at the end. It can be
/// written and read from front to back, or, where one can seek, read at any chunk by the directory.
/// </summary>
public static class ChunkFile
{
    /// <summary>The kind that follows "FL": chunks.</summary>
    public const byte Kind = (byte)'C';

    public const byte Version = 1;

    /// <summary>Bytes of a chunk with its header. A reader refuses more before it allocates.</summary>
    public const int MaxChunkBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of the directory: more chunks than a file will ever have.</summary>
    public const int MaxDirectoryBytes = 1024 * 1024 * 1024;

    /// <summary>"FL", <see cref="Kind"/>, <see cref="Version"/>.</summary>
    internal const int HeadBytes = 4;

    /// <summary>The directory's offset, eight bytes, and the head once more.</summary>
    internal const int TailBytes = sizeof(ulong) + HeadBytes;

    /// <summary>What a chunk starts with.</summary>
    internal const byte ChunkMark = 1;

    /// <summary>What the directory starts with.</summary>
    internal const byte DirectoryMark = 2;

    internal static ReadOnlySpan<byte> Head => [(byte)'F', (byte)'L', Kind, Version];

    /// <summary>Whether a file of these first bytes is one of chunks, of whatever version; plain or in gzip.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => FormatDetection.Plain(head).StartsWith(Head[..3]);

    /// <param name="start">Where the bytes begin in the file.</param>
    /// <exception cref="ChunkFormatException">No file of chunks, or of a version that this build does not read.</exception>
    internal static void RequireHead(ReadOnlySpan<byte> bytes, long start)
    {
        var reader = new ByteReader(ChunkFormatException.Header, bytes, start);
        if (!reader.Take(3).SequenceEqual(Head[..3]))
            throw reader.Corrupt("no file of chunks");
        if (bytes.Length > 3 && bytes[3] != Version)
            throw reader.Corrupt($"version {bytes[3]} of a file of chunks; this build reads version {Version}");
        reader.Byte();
    }
}
