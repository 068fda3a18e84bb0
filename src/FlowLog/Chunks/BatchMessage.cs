using System.Collections.Frozen;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// The bytes of a batch in the queue (docs/chunk-format.md): a header with its own checksum, then the chunk's columns just as
/// they are, so that ingest copies columns rather than parsing rows.
/// </summary>
public static class BatchMessage
{
    /// <summary>Largest message: base64 makes 64 KiB of it, the limit of a message in Azure Queue Storage.</summary>
    public const int MaxBytes = 48 * 1024;

    /// <summary>Flow logs that a batch can name.</summary>
    public const int MaxFlowLogs = 256;

    /// <summary>"FL", in the order in which they lie in the message.</summary>
    public const ushort Magic = 0x464C;

    /// <summary>The kind of message that holds a batch: "B".</summary>
    public const byte Kind = (byte)'B';

    /// <summary>The version of a batch that says its step and the trace that sent it. Version 2 is the same without the trace, version 1 without both.</summary>
    public const byte Version = 3;

    private const byte WithoutTrace = 2;
    private const byte WithoutStep = 1;

    /// <exception cref="ArgumentException">The message would exceed <see cref="MaxBytes"/>, or a text or the list of flow logs its bound.</exception>
    public static byte[] Encode(Batch batch)
    {
        var message = Write(batch);
        if (message.Length > MaxBytes)
            throw new ArgumentException($"A batch of {message.Length} bytes; at most {MaxBytes} fit a message.", nameof(batch));
        return message;
    }

    /// <summary>Columns are slices of <paramref name="message"/>; they are checked when they are decoded.</summary>
    /// <exception cref="ChunkFormatException">The bytes are no batch, or one of a version that this build does not read.</exception>
    public static Batch Decode(ReadOnlyMemory<byte> message)
    {
        var reader = new ByteReader(ChunkFormatException.Header, message.Span);
        var version = ReadStart(ref reader);
        var batch = new Batch
        {
            Id = reader.Text(),
            AccountId = reader.Text(),
            Region = reader.Text(),
            EniId = reader.Text(),
            FlowLogIds = ReadFlowLogs(ref reader),
            Step = version == WithoutStep ? null : BatchStep.Read(ref reader),
            Trace = version == Version ? TraceParent.Read(ref reader) : null,
            Chunk = new() { Rows = reader.Count(ChunkLimits.MaxRows, "rows"), Columns = FrozenDictionary<int, ReadOnlyMemory<byte>>.Empty },
        };
        var lengths = ReadDirectory(ref reader);
        if (Crc32C.Of(message.Span[..reader.Offset]) != reader.UInt32())
            throw reader.Corrupt("the header's checksum does not match");
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>();
        foreach (var (id, length) in lengths)
        {
            reader.Take(length);
            columns[id] = message.Slice(reader.Offset - length, length);
        }

        reader.End();
        return batch with { Chunk = batch.Chunk with { Columns = columns.ToFrozenDictionary() } };
    }

    /// <summary>Rows as batches that each fit a message; see <see cref="BatchSplitter"/>.</summary>
    public static IReadOnlyList<Batch> Split(
        string idPrefix, string accountId, string region, string eniId, IReadOnlyList<string> flowLogIds, FlowColumns rows) =>
        BatchSplitter.Split(idPrefix, accountId, region, eniId, flowLogIds, rows);

    internal static byte[] Write(Batch batch)
    {
        if (batch.FlowLogIds.Count > MaxFlowLogs)
            throw new ArgumentException($"{batch.FlowLogIds.Count} flow logs; a batch names at most {MaxFlowLogs}.", nameof(batch));
        var columns = batch.Chunk.Columns.OrderBy(column => column.Key).ToList();
        var writer = new ByteWriter(batch.Chunk.Size + 1024);
        writer.Byte(Magic >> 8);
        writer.Byte(Magic & 0xFF);
        writer.Byte(Kind);
        writer.Byte(VersionOf(batch));
        foreach (var text in (ReadOnlySpan<string>)[batch.Id, batch.AccountId, batch.Region, batch.EniId])
            writer.Text(text);
        writer.Varint((ulong)batch.FlowLogIds.Count);
        foreach (var id in batch.FlowLogIds)
            writer.Text(id);
        batch.Step?.Write(writer);
        if (batch is { Step: not null, Trace: { } trace })
            trace.Write(writer);
        writer.Varint((ulong)batch.Chunk.Rows);
        writer.Varint((ulong)columns.Count);
        foreach (var (id, column) in columns)
        {
            writer.Byte(id);
            writer.Varint((ulong)column.Length);
        }

        writer.UInt32(Crc32C.Of(writer.Written));
        foreach (var (_, column) in columns)
            writer.Bytes(column.Span);
        return writer.ToArray();
    }

    /// <summary>The lowest that holds what the batch says, so that older readers get what they can read.</summary>
    private static byte VersionOf(Batch batch)
    {
        if (batch.Step is null)
            return WithoutStep;
        return batch.Trace is null ? WithoutTrace : Version;
    }

    /// <summary>The version.</summary>
    private static byte ReadStart(ref ByteReader reader)
    {
        if (((reader.Byte() << 8) | reader.Byte()) != Magic)
            throw reader.Corrupt("not a message of this product");
        if (reader.Byte() is not Kind and var kind)
            throw reader.Corrupt($"a message of kind {kind}, which is not known here");
        var version = reader.Byte();
        return version is WithoutStep or WithoutTrace or Version
            ? version
            : throw reader.Corrupt($"version {version}, which is not known here");
    }

    private static string[] ReadFlowLogs(ref ByteReader reader)
    {
        var ids = new string[reader.Count(MaxFlowLogs, "flow logs")];
        foreach (ref var id in ids.AsSpan())
            id = reader.Text();
        return ids;
    }

    /// <summary>Number and bytes of each column, by ascending number.</summary>
    private static List<(int Id, int Length)> ReadDirectory(ref ByteReader reader)
    {
        var lengths = new List<(int Id, int Length)>();
        for (var left = reader.Count(ChunkLimits.MaxColumnId + 1, "columns"); left > 0; left--)
        {
            int id = reader.Byte();
            if (lengths.Count > 0 && id <= lengths[^1].Id)
                throw reader.Corrupt($"column {id} after column {lengths[^1].Id}");
            lengths.Add((id, reader.Count(reader.Remaining, "bytes of a column")));
        }

        return lengths;
    }
}
