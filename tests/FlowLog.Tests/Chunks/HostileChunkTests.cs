using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class HostileChunkTests
{
    [Fact]
    public void EveryFlippedBit_IsRefusedByTheChecksum()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 50));
        var bytes = chunk.Columns[FlowFields.Bytes.Id].ToArray();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit >> 3] ^= (byte)(1 << (bit & 7));

            var refused = Assert.Throws<ChunkFormatException>(() => Decode(With(chunk, FlowFields.Bytes.Id, flipped), FlowFields.Bytes));
            Assert.Equal(FlowFields.Bytes.Id, refused.ColumnId);
        }
    }

    [Fact]
    public void AColumnInAnothersPlaceOrBesideAnotherRowCount_IsRefused()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Packets = 7, Bytes = 7 }]));

        Assert.Throws<ChunkFormatException>(() => Decode(With(chunk, FlowFields.Bytes.Id, chunk.Columns[FlowFields.Packets.Id]), FlowFields.Bytes));
        Assert.Throws<ChunkFormatException>(() => Decode(chunk with { Rows = 2 }, FlowFields.Bytes));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(ChunkLimits.MaxRows + 1)]
    public void ARowCountOutOfBounds_IsRefused(int rows) =>
        Assert.Throws<ChunkFormatException>(() => Decode(ChunkEncoder.Encode(SomeRows.OfAServer(1, 5)) with { Rows = rows }, FlowFields.Bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void AnUnknownEncoding_IsRefusedWithItsOffset(byte encoding)
    {
        foreach (var field in new[] { FlowFields.Bytes, FlowFields.EniId, FlowFields.Source })
        {
            var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 5));
            var refused = Assert.Throws<ChunkFormatException>(() => Decode(Sealed(chunk, field.Id, [encoding, 0, 0, 0, 0]), field));

            Assert.Equal(field.Id, refused.ColumnId);
            Assert.InRange(refused.Offset, 1, 3);
        }
    }

    /// <summary>Bytes whose checksum is right but whose content nobody wrote: the decoder must see it for itself.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 300)]
    [InlineData(4, 3_000)]
    public void DamagedColumnsWithAFittingChecksum_AreRefusedOrRead(int seed, int rows)
    {
        var random = new Random(seed);
        var chunk = ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, rows));
        var refusals = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var id = chunk.Columns.Keys.ElementAt(random.Next(chunk.Columns.Count));
            var damaged = Sealed(chunk, id, Damaged(chunk.Columns[id].Span[..^4], random));
            var field = FlowFields.All.FirstOrDefault(field => field.Id == id, FlowFields.Source);
            refusals += Refused(() => Decode(damaged, field)) ? 1 : 0;
            _ = Refused(() => ChunkStatistics.Of(damaged));
        }

        Assert.InRange(refusals, 300, 3_000);
    }

    [Fact]
    public void RandomColumnsWithAFittingChecksum_AreRefusedOrRead()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            bytes[0] = (byte)random.Next(10);
            var field = FlowFields.All[random.Next(FlowFields.All.Count)];
            var chunk = new Chunk { Rows = random.Next(2_000), Columns = new Dictionary<int, ReadOnlyMemory<byte>>() };
            chunk = Sealed(chunk, field.Id, bytes);
            _ = Refused(() => Decode(Sealed(chunk, ChunkLimits.AddressesId, bytes), field));
        }
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 200));
        foreach (var (id, column) in chunk.Columns)
        {
            for (var length = 0; length < column.Length - 4; length++)
            {
                var cut = length == 0 ? With(chunk, id, ReadOnlyMemory<byte>.Empty) : Sealed(chunk, id, column.Span[..length].ToArray());
                var field = FlowFields.All.FirstOrDefault(field => field.Id == id, FlowFields.Source);
                Assert.Throws<ChunkFormatException>(() => Decode(cut, field));
            }
        }
    }

    [Fact]
    public void ManyRowsFromFewBytes_AllocateNoMoreThanTheRowsNeed()
    {
        var chunk = new Chunk { Rows = ChunkLimits.MaxRows, Columns = new Dictionary<int, ReadOnlyMemory<byte>>() };
        byte[] texts = [6, 0xFF, 0xFF, 0x3F, 1, 0];
        var hostile = Sealed(chunk, FlowFields.EniId.Id, texts);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<ChunkFormatException>(() => Decode(hostile, FlowFields.EniId));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * ChunkLimits.MaxRows);
    }

    private static FlowColumns Decode(Chunk chunk, FlowField field) => ChunkDecoder.Decode(chunk, [field]);

    private static bool Refused(Action decode)
    {
        try
        {
            decode();
            return false;
        }
        catch (ChunkFormatException)
        {
            return true;
        }
    }

    private static byte[] Damaged(ReadOnlySpan<byte> bytes, Random random)
    {
        var damaged = bytes.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(2) == 0 ? random.Next(Math.Min(12, damaged.Length)) : random.Next(damaged.Length);
            damaged[at] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)(damaged[at] ^ (1 << random.Next(8)));
        }

        return damaged;
    }

    private static Chunk With(Chunk chunk, int id, ReadOnlyMemory<byte> column) =>
        chunk with { Columns = new Dictionary<int, ReadOnlyMemory<byte>>(chunk.Columns) { [id] = column } };

    private static Chunk Sealed(Chunk chunk, int id, byte[] bytes)
    {
        var writer = new ByteWriter();
        writer.Bytes(bytes);
        return With(chunk, id, EncodedColumn.Seal(writer, id, chunk.Rows));
    }
}
