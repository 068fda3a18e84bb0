using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class ChunkReaderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 256)]
    [InlineData(3, 2_500)]
    public void Blocks_HoldWhatTheDecodedChunkHolds(int seed, int count)
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, count));
        var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
        using var reader = new ChunkReader(chunk);
        for (var start = 0; start < count; start += ChunkReader.BlockRows)
        {
            var size = Math.Min(ChunkReader.BlockRows, count - start);
            foreach (var field in FlowFields.All)
            {
                var (numbers, codes) = (new long[size], new int[size]);
                if (field.Kind is FieldKind.Number or FieldKind.Name)
                    reader.Numbers(field, start, numbers);
                else
                    reader.Codes(field, start, codes);
                for (var i = 0; i < size; i++)
                    Assert.Equal(Cell(rows, field, start + i), Cell(reader, field, numbers[i], codes[i]));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void With_MoreColumns_ReadsAsTheWholeChunk(int seed)
    {
        const int Rows = 700;
        var random = new Random(seed);
        var whole = ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, Rows));
        var first = whole.Columns.Where(_ => random.Next(2) == 0).ToDictionary();
        var reader = new ChunkReader(new() { Rows = Rows, Columns = first }, isShared: true);
        foreach (var field in FlowFields.All.Where(field => random.Next(2) == 0 && IsWhole(field, first)))
            reader.Integers(field);

        var wider = reader.With(whole.Columns);

        using var expected = new ChunkReader(whole);
        foreach (var field in FlowFields.All)
        {
            var (one, other) = (new long[Rows], new long[Rows]);
            expected.Integers(field).Read(0, one);
            wider.Integers(field).Read(0, other);
            Assert.Equal(one, other);
            if (field.Kind == FieldKind.Text)
                Assert.Equal(expected.Texts(field), wider.Texts(field));
        }

        Assert.Equal(expected.Addresses.ToArray(), wider.Addresses.ToArray());
    }

    /// <summary>Whether all is there that a column refers to.</summary>
    private static bool IsWhole(FlowField field, Dictionary<int, ReadOnlyMemory<byte>> columns) => field.Kind switch
    {
        FieldKind.Address => !columns.ContainsKey(field.Id) || columns.ContainsKey(ChunkLimits.AddressesId),
        _ => !columns.ContainsKey(field.Id) || FlowFields.All.All(other => other.Kind is not (FieldKind.Number or FieldKind.Name) || columns.ContainsKey(other.Id)) || field.Kind == FieldKind.Text,
    };

    [Fact]
    public void ColumnsThatAreNotThere_AreZeroEmptyAndNoAddress()
    {
        using var reader = new ChunkReader(ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Packets = 3 }])));
        var (numbers, codes) = (new long[1], new int[1]);

        reader.Numbers(FlowFields.Bytes, 0, numbers);
        reader.Codes(FlowFields.Source, 0, codes);

        Assert.Equal(0, numbers[0]);
        Assert.Equal(IpAddress.None, reader.Addresses[codes[0]]);
        Assert.Equal([""], reader.Texts(FlowFields.EniId));
        Assert.Equal(0, reader.OpenedColumns);
    }

    [Theory]
    [InlineData(1, 299)]
    [InlineData(0, 100)]
    [InlineData(256, 45)]
    [InlineData(512, 1)]
    [InlineData(-256, 256)]
    public void RowsThatAreNotWholeBlocks_AreRefused(int start, int count)
    {
        using var reader = new ChunkReader(ChunkEncoder.Encode(SomeRows.OfAServer(1, 300)));

        Assert.Throws<ArgumentException>(() => reader.Numbers(FlowFields.Bytes, start, new long[count]));
    }

    [Fact]
    public void CodesOfABlock_AreThoseOfItsAddresses()
    {
        using var reader = new ChunkReader(ChunkEncoder.Encode(SomeRows.OfAnyShape(5, 800)));
        var addresses = reader.Addresses.ToArray();
        var random = new Random(6);
        for (var round = 0; round < 500; round++)
        {
            var address = addresses[random.Next(addresses.Length)];
            Assert.True(Cidr.TryParse($"{address}/{random.Next((address.IsIPv6 ? 128 : 32) + 1)}", out var block, trim: true));
            var (start, end) = reader.Addresses.Find(block);

            Assert.Equal(addresses.Where(block.Contains), addresses[start..end]);
        }
    }

    [Fact]
    public void ReadingByTheBlock_AllocatesNothingARow()
    {
        const int Rows = 50_000;
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(1, Rows));
        var (numbers, codes) = (new long[ChunkReader.BlockRows], new int[ChunkReader.BlockRows]);
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * Rows);

        void Read()
        {
            using var reader = new ChunkReader(chunk);
            for (var start = 0; start < Rows; start += ChunkReader.BlockRows)
            {
                var size = Math.Min(ChunkReader.BlockRows, Rows - start);
                reader.Numbers(FlowFields.Bytes, start, numbers.AsSpan(0, size));
                reader.Numbers(FlowFields.End, start, numbers.AsSpan(0, size));
                reader.Codes(FlowFields.Source, start, codes.AsSpan(0, size));
            }
        }
    }

    [Fact]
    public void Encoding_AllocatesTheChunkAndItsTables()
    {
        const int Rows = 50_000;
        var rows = SomeRows.OfAServer(1, Rows);
        ChunkEncoder.Encode(rows);
        var before = GC.GetAllocatedBytesForCurrentThread();

        ChunkEncoder.Encode(rows);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 160 * Rows);
    }

    private static string Cell(FlowColumns rows, FlowField field, int row) => field.Kind switch
    {
        FieldKind.Text => rows.Texts(field)[row],
        FieldKind.Address => $"{rows.Addresses(field)[row]}",
        _ => $"{rows.Numbers(field)[row]}",
    };

    private static string Cell(ChunkReader reader, FlowField field, long number, int code) => field.Kind switch
    {
        FieldKind.Text => reader.Texts(field)[code],
        FieldKind.Address => $"{reader.Addresses[code]}",
        _ => $"{number}",
    };
}
