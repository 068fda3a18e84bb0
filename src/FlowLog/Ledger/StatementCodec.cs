using System.Text;
using FlowLog.Chunks;

namespace FlowLog.Ledger;

/// <summary>
/// Statements to bytes and back (docs/chunk-format.md): a version, their number, each by its difference to the one before, and a
/// checksum. One takes about 90 bytes, some 40 beside others of its ENI.
/// </summary>
public static class StatementCodec
{
    public const byte Version = 1;

    /// <summary>Statements that can be together.</summary>
    public const int MaxStatements = 1 << 16;

    private const int MaxWindows = BatchStep.MaxSeconds;

    private static readonly BatchStatement Before = new()
    {
        BatchId = "",
        EniId = "",
        Step = new(0, 0, 1, 0, 0, 0, 0, ""),
        Windows = [],
    };

    /// <exception cref="ArgumentException">Too many, or one that says what none can say.</exception>
    public static byte[] Encode(IReadOnlyList<BatchStatement> statements)
    {
        if (statements.Count > MaxStatements)
            throw new ArgumentException($"{statements.Count} statements; at most {MaxStatements} can be together.", nameof(statements));
        var writer = new ByteWriter(statements.Count * 100);
        writer.Byte(Version);
        writer.Varint((ulong)statements.Count);
        var before = Before;
        foreach (var statement in statements)
        {
            Write(writer, statement, before);
            before = statement;
        }

        writer.UInt32(Crc32C.Of(writer.Written));
        return writer.ToArray();
    }

    /// <exception cref="ChunkFormatException">Bytes that no encoder wrote.</exception>
    public static IReadOnlyList<BatchStatement> Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(ChunkFormatException.Header, bytes);
        if (reader.Byte() is not Version and var version)
            throw reader.Corrupt($"statements of version {version}, which is not known here");
        if (bytes.Length <= Crc32C.Size)
            throw reader.Corrupt("no checksum");
        var checksum = new ByteReader(ChunkFormatException.Header, bytes[^Crc32C.Size..]);
        if (Crc32C.Of(bytes[..^Crc32C.Size]) != checksum.UInt32())
            throw reader.Corrupt("the checksum of statements does not match");
        var count = reader.Count(MaxStatements, "statements");
        var statements = new List<BatchStatement>();
        while (statements.Count < count)
            statements.Add(Read(ref reader, statements.Count == 0 ? Before : statements[^1]));
        reader.Take(Crc32C.Size);
        reader.End();
        return statements;
    }

    private static void Write(ByteWriter writer, BatchStatement statement, BatchStatement before)
    {
        Text(writer, statement.BatchId, before.BatchId);
        Text(writer, statement.EniId, statement.BatchId);
        statement.Step.Write(writer);
        writer.Varint((ulong)statement.Windows.Count);
        var at = statement.Step.From;
        var reason = "";
        foreach (var window in statement.Windows)
        {
            writer.Byte((int)window.State);
            writer.Signed(window.From - at);
            writer.Varint((ulong)(window.Until - window.From));
            at = window.Until;
            if (window.State == MinuteState.Sampled)
                writer.Varint((ulong)window.SamplingRate);
            if (window.State != MinuteState.Skipped)
                continue;
            Text(writer, window.Reason, reason);
            reason = window.Reason;
        }

        writer.Varint((ulong)statement.FlowLogs.Count);
        for (var i = 0; i < statement.FlowLogs.Count; i++)
        {
            var share = statement.FlowLogs[i];
            Text(writer, share.FlowLogId, IdBefore(statement.FlowLogs, before.FlowLogs, i));
            writer.Varint((ulong)share.Records);
            writer.Varint((ulong)share.Bytes);
            writer.Signed(share.LastStart - statement.Step.From);
        }
    }

    private static BatchStatement Read(ref ByteReader reader, BatchStatement before)
    {
        var id = Text(ref reader, before.BatchId);
        var eni = Text(ref reader, id);
        var step = BatchStep.Read(ref reader);
        var windows = ReadWindows(ref reader, step);
        var shares = new List<FlowLogShare>();
        for (var left = reader.Count(BatchMessage.MaxFlowLogs, "flow logs"); left > 0; left--)
        {
            var flowLog = Text(ref reader, IdBefore(shares, before.FlowLogs, shares.Count));
            var (records, bytes) = (Amount(ref reader), Amount(ref reader));
            shares.Add(new(flowLog, records, bytes, unchecked(step.From + reader.Signed())));
        }

        return new() { BatchId = id, EniId = eni, Step = step, Windows = windows, FlowLogs = shares };
    }

    private static List<StatedTime> ReadWindows(ref ByteReader reader, BatchStep step)
    {
        var windows = new List<StatedTime>();
        var at = step.From;
        var reason = "";
        for (var left = reader.Count(MaxWindows, "windows"); left > 0; left--)
        {
            var state = (MinuteState)reader.Byte();
            if (state is not (MinuteState.NoTraffic or MinuteState.Observed or MinuteState.Sampled or MinuteState.Skipped))
                throw reader.Corrupt($"a window of state {(int)state}, which no batch says");
            var gap = reader.Signed();
            var from = unchecked(at + gap);
            if (from is < 0 or > BatchStep.LastSecond || (windows.Count > 0 && gap < 0))
                throw reader.Corrupt("a window at an impossible time");
            at = from + reader.Count(BatchStep.MaxSeconds, "seconds of a window");
            var rate = state == MinuteState.Sampled ? reader.Count(int.MaxValue, "packets for one") : 0;
            if (state == MinuteState.Skipped)
                reason = Text(ref reader, reason);
            windows.Add(new(from, at, state, rate, state == MinuteState.Skipped ? reason : ""));
        }

        return windows;
    }

    private static long Amount(ref ByteReader reader) =>
        reader.Varint() is <= long.MaxValue and var amount ? (long)amount : throw reader.Corrupt("an amount of more than 63 bits");

    /// <summary>The flow log of the same place in the statement before, as it mostly is the same; the last one of it if it has fewer.</summary>
    private static string IdBefore(IReadOnlyList<FlowLogShare> own, IReadOnlyList<FlowLogShare> before, int place)
    {
        if (place < before.Count)
            return before[place].FlowLogId;
        return place > 0 ? own[place - 1].FlowLogId : "";
    }

    /// <summary>How many bytes it shares with another at its start, and the rest.</summary>
    private static void Text(ByteWriter writer, string text, string before)
    {
        var (bytes, other) = (Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(before));
        if (bytes.Length > ChunkLimits.MaxTextBytes)
            throw new ArgumentException($"A text of {bytes.Length} bytes; at most {ChunkLimits.MaxTextBytes} are allowed.", nameof(text));
        var shared = bytes.AsSpan().CommonPrefixLength(other);
        writer.Varint((ulong)shared);
        writer.Varint((ulong)(bytes.Length - shared));
        writer.Bytes(bytes.AsSpan(shared));
    }

    private static string Text(ref ByteReader reader, string before)
    {
        var other = Encoding.UTF8.GetBytes(before);
        var shared = reader.Count(other.Length, "bytes of the text before");
        var rest = reader.Take(reader.Count(ChunkLimits.MaxTextBytes - shared, "bytes of text"));
        byte[] bytes = [.. other.AsSpan(0, shared), .. rest];
        return reader.Utf8(bytes);
    }
}
