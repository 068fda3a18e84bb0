using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class ChunkRoundTripTests
{
    public static TheoryData<int, int> SeedsAndRows()
    {
        var data = new TheoryData<int, int> { { 1000, 70_000 }, { 1001, 20_000 } };
        for (var seed = 0; seed < 80; seed++)
            data.Add(seed, seed switch { < 20 => 1 + (seed % 4), < 40 => 255 + (seed % 4), < 60 => 7 * seed, _ => 53 * seed });
        return data;
    }

    [Theory]
    [MemberData(nameof(SeedsAndRows))]
    public void AnyColumns_ComeBackInChunkOrder(int seed, int count)
    {
        var rows = SomeRows.OfAnyShape(seed, count);
        var order = RowOrder.Of(new CodedRows(rows));

        var decoded = ChunkDecoder.Decode(ChunkEncoder.Encode(rows), FlowFields.All);

        Assert.Equal(Enumerable.Range(0, count), order.Order());
        SameRows.Equal(rows.Pick(order), decoded);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 300)]
    [InlineData(3, 5_000)]
    public void ShuffledRows_GiveTheSameBytes(int seed, int count)
    {
        var rows = SomeRows.OfAnyShape(seed, count);

        var (one, other) = (ChunkEncoder.Encode(rows), ChunkEncoder.Encode(SameRows.Shuffled(rows, seed)));

        Assert.Equal(one.Columns.Keys.Order(), other.Columns.Keys.Order());
        Assert.All(one.Columns, column => Assert.Equal(column.Value.ToArray(), other.Columns[column.Key].ToArray()));
    }

    [Fact]
    public void RowsThatDifferOnlyInTheLastKey_GiveTheSameBytesShuffled()
    {
        var rows = new FlowColumns(2_000);
        rows.Set(FlowFields.Packets, [.. Enumerable.Range(0, 2_000).Select(row => row % 2 == 0 ? 0 : long.MaxValue)]);
        rows.Set(FlowFields.TcpFlags, [.. Enumerable.Range(0, 2_000).Select(row => (long)row / 8)]);

        var (one, other) = (ChunkEncoder.Encode(rows), ChunkEncoder.Encode(SameRows.Shuffled(rows, 5)));

        Assert.Equal(one.Columns[FlowFields.TcpFlags.Id].ToArray(), other.Columns[FlowFields.TcpFlags.Id].ToArray());
    }

    [Fact]
    public void NoRows_AreAChunkWithoutColumns()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of([]));

        Assert.Empty(chunk.Columns);
        Assert.Equal(0, ChunkDecoder.Decode(chunk, FlowFields.All).Count);
    }

    [Fact]
    public void ColumnsOfZeros_AreLeftOutAndReadAsZeros()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Packets = 3 }, new FlowRecord { Packets = 3 }]));

        var decoded = ChunkDecoder.Decode(chunk, FlowFields.All);

        Assert.Equal([FlowFields.Packets.Id, FlowFields.Version.Id], chunk.Columns.Keys.Order());
        Assert.False(decoded.Has(FlowFields.Bytes));
        Assert.Equal(new FlowRecord { Packets = 3 }, decoded[1]);
    }

    [Fact]
    public void OnlyWantedColumns_AreDecoded()
    {
        var decoded = ChunkDecoder.Decode(ChunkEncoder.Encode(SomeRows.OfAServer(1, 100)), [FlowFields.End, FlowFields.End]);

        Assert.Equal([FlowFields.End], FlowFields.All.Where(decoded.Has));
    }

    [Fact]
    public void AnUnknownColumn_IsSkipped()
    {
        var rows = SomeRows.OfAServer(1, 100);
        var chunk = ChunkEncoder.Encode(rows);
        var newer = chunk with { Columns = new Dictionary<int, ReadOnlyMemory<byte>>(chunk.Columns) { [200] = new byte[] { 99, 1, 2, 3 } } };

        SameRows.Equal(ChunkDecoder.Decode(chunk, FlowFields.All), ChunkDecoder.Decode(newer, FlowFields.All));
    }

    [Fact]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter()
    {
        var decoded = ChunkDecoder.Decode(ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { VmId = "a\uD800" }])), FlowFields.All);

        Assert.Equal("a\uFFFD", decoded[0].VmId);
    }

    [Fact]
    public void ATextTooLong_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { VmId = new('x', ChunkLimits.MaxTextBytes + 1) }])));

    [Fact]
    public void TooManyRows_AreRefused() =>
        Assert.Throws<ArgumentException>(() => ChunkEncoder.Encode(new FlowColumns(ChunkLimits.MaxRows + 1)));

    [Fact]
    public void FlowsOfAServer_TakeLessThanTwelveBytesEach()
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, 4_000));

        Assert.InRange(chunk.Size, 1, 4_000 * 12);
    }
}
