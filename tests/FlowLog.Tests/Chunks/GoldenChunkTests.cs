using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

/// <summary>
/// Bytes that each version wrote, and the records in them. They decode for ever: these files are never changed, a new version adds
/// its own. Only <see cref="TheRecords_EncodeToTheSameBytesToday"/> may go, when an encoder learns to write shorter columns.
/// </summary>
public class GoldenChunkTests
{
    private static readonly byte[] Message = File.ReadAllBytes(Repository.PathOf("tests", "FlowLog.Tests", "Golden", "chunk-v1.bin"));

    private static readonly byte[] Version2 = File.ReadAllBytes(Repository.PathOf("tests", "FlowLog.Tests", "Golden", "batch-v2.bin"));

    private static readonly byte[] Version3 = File.ReadAllBytes(Repository.PathOf("tests", "FlowLog.Tests", "Golden", "batch-v3.bin"));

    [Fact]
    public void Version1_StillDecodes()
    {
        var batch = BatchMessage.Decode(Message);

        Assert.Equal("eni-bp1gb3hnk2zr6o4xd-1767225600-0000", batch.Id);
        Assert.Equal(("1234567890123456", "cn-hangzhou", "eni-bp1gb3hnk2zr6o4xd"), (batch.AccountId, batch.Region, batch.EniId));
        Assert.Equal(["fl-bp1f6qqhsrc2c7ufh", "fl-bp1qx2j0wkzs4tq9m"], batch.FlowLogIds);
        Assert.Equal(Lines(Records()), Lines(ChunkDecoder.Decode(batch.Chunk, FlowFields.All)));
    }

    [Fact]
    public void Version2_StillDecodes()
    {
        var batch = BatchMessage.Decode(Version2);

        Assert.Equal("eni-bp1gb3hnk2zr6o4xd-00000007-0001", batch.Id);
        Assert.Equal(new BatchStep(1_767_225_600, 1_767_226_200, 600, 1_767_200_000, 1_767_226_210, 1, 2, "session-7"), batch.Step);
        Assert.Equal(Lines(Records()), Lines(ChunkDecoder.Decode(batch.Chunk, FlowFields.All)));
        Assert.Equal(Version2, BatchMessage.Encode(batch));
    }

    [Fact]
    public void Version3_StillDecodes()
    {
        var batch = BatchMessage.Decode(Version3);

        Assert.Equal(new TraceParent(new(0x4bf92f3577b34da6, 0xa3ce929d0e0e4736), 0x00f067aa0ba902b7, 1), batch.Trace);
        Assert.Equal(Lines(Records()), Lines(ChunkDecoder.Decode(batch.Chunk, FlowFields.All)));
        Assert.Equal(Version3, BatchMessage.Encode(batch));
        Assert.Equal(Version2, BatchMessage.Encode(batch with { Trace = null }));
    }

    [Fact]
    public void TheRecords_EncodeToTheSameBytesToday()
    {
        var batch = BatchMessage.Decode(Message);

        Assert.Equal(Message, BatchMessage.Encode(batch with { Chunk = ChunkEncoder.Encode(Records()) }));
    }

    [Fact]
    public void Version1_HoldsEveryEncoding()
    {
        var used = BatchMessage.Decode(Message).Chunk.Columns.Values.Select(column => (ColumnEncoding)column.Span[0]);

        Assert.Equal(Enum.GetValues<ColumnEncoding>(), used.Distinct().Order());
    }

    private static FlowColumns Records()
    {
        string[][] lines = [.. File.ReadLines(Repository.PathOf("tests", "FlowLog.Tests", "Golden", "chunk-v1.csv")).Select(line => line.Split(','))];
        var rows = new FlowColumns(lines.Length - 1);
        for (var column = 0; column < lines[0].Length; column++)
        {
            var field = FlowFields.Find(lines[0][column])!;
            var cells = lines.Skip(1).Select(line => line[column]);
            if (field.Kind == FieldKind.Text)
                rows.Set(field, Texts(cells));
            else if (field.Kind == FieldKind.Address)
                rows.Set(field, [.. cells.Select(IpAddress.Parse)]);
            else
                rows.Set(field, [.. cells.Select(cell => long.Parse(cell, CultureInfo.InvariantCulture))]);
        }

        return rows;
    }

    private static TextColumn Texts(IEnumerable<string> cells)
    {
        var column = new TextColumn();
        foreach (var cell in cells)
            column.Add(cell);
        return column;
    }

    private static IEnumerable<string> Lines(FlowColumns rows) =>
        Enumerable.Range(0, rows.Count).Select(row => rows[row].ToString()).Order(StringComparer.Ordinal);
}
