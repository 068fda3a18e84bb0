using System.IO.Compression;

namespace FlowLog.Imports;

/// <summary>Tells foreign flow logs from other files by their first bytes: names lie.</summary>
internal static class FormatDetection
{
    /// <summary>Bytes that are looked at.</summary>
    public const int HeadBytes = 64 * 1024;

    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ImportFormat Of(ReadOnlySpan<byte> head)
    {
        head = Plain(head);
        if (head.Length > HeadBytes)
            head = head[..HeadBytes];
        head = head.TrimStart(" \t\r\n,["u8);
        return head is [(byte)'{', ..] ? OfJson(head) : OfText(head);
    }

    /// <summary>Other logs of Azure have the same file name and the same frame; only these have such keys.</summary>
    private static ImportFormat OfJson(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("NetworkSecurityGroupFlowEvent"u8) >= 0)
            return ImportFormat.NsgFlowLog;
        if (head.IndexOf("FlowLogFlowEvent"u8) >= 0 || head.IndexOf("\"flowRecords\""u8) >= 0 || head.IndexOf("\"flowLogVersion\""u8) >= 0)
            return ImportFormat.VNetFlowLog;
        if (head.IndexOf("\"flowTuples\""u8) >= 0)
            return head.IndexOf("\"flowGroups\""u8) >= 0 ? ImportFormat.VNetFlowLog : ImportFormat.NsgFlowLog;
        return IsEmptyLog(head) ? ImportFormat.VNetFlowLog : ImportFormat.None;
    }

    /// <summary>A log that has just been begun: <c>{"records":[]}</c>, or the first of it.</summary>
    private static bool IsEmptyLog(ReadOnlySpan<byte> head)
    {
        const int Longest = 64;
        if (head.Length > Longest || head.IndexOf("\"records\""u8) < 0)
            return false;
        return head.IndexOfAnyExcept("{}[]:\"records \t\r\n"u8) < 0;
    }

    private static ImportFormat OfText(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
        return AwsHeader.Read(line) is not null || AwsHeader.IsDefaultLine(line) ? ImportFormat.AwsFlowLog : ImportFormat.None;
    }

    /// <summary>The first bytes of a file that may be in gzip, without its byte order mark.</summary>
    public static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> head)
    {
        if (head is [0x1F, 0x8B, ..])
            head = Decompressed(head);
        return head.StartsWith(ByteOrderMark) ? head[ByteOrderMark.Length..] : head;
    }

    private static byte[] Decompressed(ReadOnlySpan<byte> head)
    {
        var bytes = new byte[HeadBytes];
        using var gzip = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
        var count = 0;
        try
        {
            for (int read; count < bytes.Length && (read = gzip.Read(bytes, count, bytes.Length - count)) > 0; count += read)
            {
            }
        }
        catch (InvalidDataException)
        {
            // The head of a file is a cut stream; what came before the cut is enough.
        }

        return bytes[..count];
    }
}
