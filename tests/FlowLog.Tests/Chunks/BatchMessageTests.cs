using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class BatchMessageTests
{
    private static readonly Batch Some = new()
    {
        Id = "eni-bp1234567890abcde-1767225600-0000",
        AccountId = "1234567890123456",
        Region = "cn-hangzhou",
        EniId = "eni-bp1234567890abcde",
        FlowLogIds = ["fl-bp1234567890abcde", "fl-ü"],
        Chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 20)),
        Step = new(1_767_225_600, 1_767_225_660, 60, 1_767_220_000, 1_767_225_671, 2, 3, "session-1"),
        Trace = new(new(0x4bf92f3577b34da6, 0xa3ce929d0e0e4736), 0x00f067aa0ba902b7, 1),
    };

    [Fact]
    public void ABatch_ComesBackWithTheSameColumns()
    {
        var decoded = BatchMessage.Decode(BatchMessage.Encode(Some));

        Assert.Equal(Some with { FlowLogIds = decoded.FlowLogIds, Chunk = decoded.Chunk }, decoded);
        Assert.Equal(Some.FlowLogIds, decoded.FlowLogIds);
        Assert.Equal(Some.Chunk.Rows, decoded.Chunk.Rows);
        Assert.Equal(Some.Chunk.Columns.Keys.Order(), decoded.Chunk.Columns.Keys.Order());
        Assert.All(Some.Chunk.Columns, column => Assert.Equal(column.Value.ToArray(), decoded.Chunk.Columns[column.Key].ToArray()));
    }

    [Fact]
    public void AnEmptyBatch_ComesBack()
    {
        var empty = Some with { FlowLogIds = [], Chunk = ChunkEncoder.Encode(FlowColumns.Of([])) };

        var decoded = BatchMessage.Decode(BatchMessage.Encode(empty));

        Assert.Equal(0, decoded.Chunk.Rows);
        Assert.Empty(decoded.FlowLogIds);
    }

    [Fact]
    public void ABatchWithoutStep_IsWrittenAsVersion1AndComesBack()
    {
        var message = BatchMessage.Encode(Some with { Step = null });

        Assert.Equal(1, message[3]);
        Assert.Null(BatchMessage.Decode(message).Step);
        Assert.Null(BatchMessage.Decode(message).Trace);
    }

    [Fact]
    public void ABatchWithoutTrace_IsWrittenAsVersion2AndCostsNothing()
    {
        var (traced, message) = (BatchMessage.Encode(Some), BatchMessage.Encode(Some with { Trace = null }));

        Assert.Equal((3, 2), (traced[3], message[3]));
        Assert.Equal(traced.Length - TraceParent.Size, message.Length);
        Assert.Equal(Some.Step, BatchMessage.Decode(message).Step);
        Assert.Null(BatchMessage.Decode(message).Trace);
    }

    [Fact]
    public void TheTrace_LiesInTheMessageAsW3CWritesIt()
    {
        var written = Convert.FromHexString("4bf92f3577b34da6a3ce929d0e0e473600f067aa0ba902b701");

        Assert.Equal(1, BatchMessage.Encode(Some).AsSpan().Count(written));
    }

    [Fact]
    public void AnyTrace_ComesBack_UnlessAnIdIsZero()
    {
        var random = new Random(9);
        for (var round = 0; round < 1_000; round++)
        {
            var trace = new TraceParent(new((ulong)random.NextInt64(), (ulong)random.NextInt64()), (ulong)random.NextInt64() << random.Next(64), (byte)random.Next(256));
            if (trace.TraceId != 0 && trace.ParentId != 0)
                Assert.Equal(trace, BatchMessage.Decode(BatchMessage.Encode(Some with { Trace = trace })).Trace);
        }

        Assert.Throws<ArgumentException>(() => BatchMessage.Encode(Some with { Trace = new(0, 1, 0) }));
        Assert.Throws<ArgumentException>(() => BatchMessage.Encode(Some with { Trace = new(1, 0, 0) }));
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(16, 8)]
    public void ATraceWithAnIdOfZero_IsRefused(int at, int length)
    {
        var message = BatchMessage.Encode(Some);
        var trace = message.AsSpan().IndexOf(Convert.FromHexString("4bf92f3577b34da6a3ce929d0e0e4736"));
        message.AsSpan(trace + at, length).Clear();

        var refused = Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode(message));

        Assert.Equal(trace + 24, refused.Offset);
    }

    [Theory]
    [InlineData(-1, 60, 60, 0, 1)]
    [InlineData(0, 3601, 60, 0, 1)]
    [InlineData(0, 60, 0, 0, 1)]
    [InlineData(0, 60, 60, 0, 2)]
    [InlineData(BatchStep.LastSecond, 60, 60, 0, 1)]
    public void AStepThatCannotBe_IsRefused(long from, int seconds, int interval, int part, int parts)
    {
        var impossible = Some with { Step = new(from, from + seconds, interval, from, from, part, parts, "") };

        Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode(BatchMessage.Encode(impossible)));
    }

    [Fact]
    public void EveryFlippedBit_IsRefused()
    {
        var message = BatchMessage.Encode(Some);
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            var flipped = message.ToArray();
            flipped[bit >> 3] ^= (byte)(1 << (bit & 7));

            Assert.Throws<ChunkFormatException>(() => ChunkDecoder.Decode(BatchMessage.Decode(flipped).Chunk, FlowFields.All));
        }
    }

    [Fact]
    public void EveryTruncationAndWhatFollows_IsRefused()
    {
        var message = BatchMessage.Encode(Some);
        for (var length = 0; length < message.Length; length++)
            Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode(message.AsMemory(0, length)));
        Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode((byte[])[.. message, 0]));
    }

    [Fact]
    public void RandomBytes_AreRefused()
    {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            ReadOnlySpan<byte> start = [(byte)'F', (byte)'L', (byte)'B', (byte)((round % 3) + 1)];
            start[..Math.Min(4, bytes.Length)].CopyTo(bytes);

            Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode(bytes));
        }
    }

    [Theory]
    [InlineData(0, 'X')]
    [InlineData(2, 'C')]
    [InlineData(3, 4)]
    public void AnUnknownMagicKindOrVersion_IsRefusedWithItsOffset(int at, int value)
    {
        var message = BatchMessage.Encode(Some);
        message[at] = (byte)value;

        var refused = Assert.Throws<ChunkFormatException>(() => BatchMessage.Decode(message));

        Assert.Equal(ChunkFormatException.Header, refused.ColumnId);
        Assert.Equal(Math.Max(at, 1) + 1, refused.Offset);
    }

    [Fact]
    public void ABatchBeyondTheLimits_IsRefused()
    {
        var large = Some with { Chunk = ChunkEncoder.Encode(SomeRows.OfAnyShape(1, 20_000)) };
        var covered = Some with { FlowLogIds = [.. Enumerable.Range(0, BatchMessage.MaxFlowLogs + 1).Select(i => $"fl-{i}")] };

        Assert.Throws<ArgumentException>(() => BatchMessage.Encode(large));
        Assert.Throws<ArgumentException>(() => BatchMessage.Encode(covered));
        Assert.Throws<ArgumentException>(() => BatchMessage.Encode(Some with { Id = new('x', ChunkLimits.MaxTextBytes + 1) }));
    }
}
