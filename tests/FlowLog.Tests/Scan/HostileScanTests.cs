using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Scan;

/// <summary>Columns that nobody wrote, beside a checksum that fits: a scan refuses or reads them.</summary>
public class HostileScanTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 300)]
    [InlineData(4, 3_000)]
    public void DamagedColumns_AreRefusedOrRead(int seed, int count)
    {
        var random = new Random(seed);
        var rows = SomeRows.OfAnyShape(seed, count);
        var chunk = ChunkEncoder.Encode(rows);
        var predicates = new SomePredicates(random, rows);
        var refused = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var columns = new Dictionary<int, ReadOnlyMemory<byte>>(chunk.Columns);
            var id = columns.Keys.ElementAt(random.Next(columns.Count));
            columns[id] = Damaged(columns[id].Span[..^Crc32C.Size], id, count, random);
            refused += Refused(chunk with { Columns = columns }, predicates.Tree(2), random) ? 1 : 0;
        }

        Assert.InRange(refused, 30, 2_900);
    }

    [Fact]
    public void TheColumnAndTheOffset_AreNamed()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 5));
        var writer = new ByteWriter();
        writer.Bytes([99, 0, 0]);
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>(chunk.Columns) { [FlowFields.Bytes.Id] = EncodedColumn.Seal(writer, FlowFields.Bytes.Id, 5) };
        using var scan = new ChunkScan(new(FlowPredicate.Equal(FlowFields.Bytes, 1)));

        var refused = Assert.Throws<ChunkFormatException>(() => scan.Open(chunk with { Columns = columns }));

        Assert.Equal((FlowFields.Bytes.Id, 1), (refused.ColumnId, refused.Offset));
    }

    private static bool Refused(Chunk chunk, FlowPredicate predicate, Random random)
    {
        var wanted = FlowFields.All.Where(_ => random.Next(4) == 0).ToList();
        try
        {
            Assert.InRange(MatchingRows.Of(chunk, new(predicate, wanted), default).Count, 0, chunk.Rows);
            return false;
        }
        catch (ChunkFormatException)
        {
            return true;
        }
    }

    private static byte[] Damaged(ReadOnlySpan<byte> bytes, int id, int rows, Random random)
    {
        var damaged = bytes.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(2) == 0 ? random.Next(Math.Min(12, damaged.Length)) : random.Next(damaged.Length);
            damaged[at] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)(damaged[at] ^ (1 << random.Next(8)));
        }

        var writer = new ByteWriter();
        writer.Bytes(damaged);
        return EncodedColumn.Seal(writer, id, rows);
    }
}
