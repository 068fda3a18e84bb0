using System.Text;
using FlowLog.Chunks;

namespace FlowLogFunctions.Storage;

/// <summary>Ids of batches as bytes: their number, then in ordinal order how many characters each shares with the one before, and the rest. Some 5 bytes each.</summary>
internal static class BatchNames
{
    /// <summary>Ids that fit a roll-up.</summary>
    public const int Most = 1 << 14;

    private const int MaxLength = 512;

    public static byte[] Write(IReadOnlySet<string> names)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(names.Count);
        var before = "";
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var shared = name.AsSpan().CommonPrefixLength(before);
            writer.Write7BitEncodedInt(shared);
            writer.Write(name[shared..]);
            before = name;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="ChunkFormatException">Bytes that nobody wrote.</exception>
    public static IReadOnlySet<string> Read(byte[] bytes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            var before = "";
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                var shared = reader.Read7BitEncodedInt();
                if (shared < 0 || shared > before.Length)
                    throw Damaged();
                before = string.Concat(before.AsSpan(0, shared), reader.ReadString());
                if (before.Length > MaxLength)
                    throw Damaged();
                names.Add(before);
            }
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw Damaged();
        }

        return names;
    }

    private static ChunkFormatException Damaged() => new(ChunkFormatException.Header, 0, "names of batches that nobody wrote");
}
