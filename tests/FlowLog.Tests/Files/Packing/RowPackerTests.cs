using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Files.Packing;
using FlowLog.Flows;
using FlowLog.Imports.Records;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Files.Packing;

public sealed class RowPackerTests
{
    private const int Hour = 3600;

    [Theory]
    [InlineData(PackedAs.Merged, 1)]
    [InlineData(PackedAs.Merged, 3)]
    [InlineData(PackedAs.Ingested, 1)]
    [InlineData(PackedAs.Ingested, 3)]
    public async Task EveryRecord_IsInTheFileOnce(PackedAs packed, int threads)
    {
        var rows = OfEnis(11, 6_000, hours: 3, enis: 7);
        var chunks = await PackAsync(rows, new() { As = packed, Threads = threads });

        Assert.Equal(Lines([ChunkEncoder.Encode(rows)]), Lines(chunks));
    }

    [Theory]
    [InlineData(PackedAs.Merged)]
    [InlineData(PackedAs.Ingested)]
    public async Task Threads_DoNotChangeTheFile(PackedAs packed)
    {
        var rows = OfEnis(5, 200_000, hours: 2, enis: 3);
        var one = await FileAsync(rows, new() { As = packed, Threads = 1 });

        Assert.Equal(one, await FileAsync(rows, new() { As = packed, Threads = 4 }));
    }

    [Fact]
    public async Task Ingested_HoldsOneEnisWindowAndFitsAMessage()
    {
        var chunks = await PackAsync(OfEnis(3, 60_000, hours: 1, enis: 1), new() { As = PackedAs.Ingested, WindowSeconds = 600 });

        Assert.All(chunks, chunk =>
        {
            var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
            Assert.Single(rows.Texts(FlowFields.EniId).Values);
            Assert.Single(rows.Numbers(FlowFields.Start).ToArray().Select(start => start / 600).Distinct());
            Assert.InRange(chunk.Size, 1, BatchMessage.MaxBytes);
        });
        Assert.InRange(chunks.Count, 7, 30);
    }

    [Fact]
    public async Task Merged_KeepsHoursApartAndFillsAnEntity()
    {
        var chunks = await PackAsync(OfEnis(4, 250_000, hours: 2, enis: 40), new());

        Assert.All(chunks, chunk => Assert.InRange(chunk.Size, 1, MergedSize.MaxBytes));
        Assert.All(chunks, chunk => Assert.Single(
            ChunkDecoder.Decode(chunk, [FlowFields.Start]).Numbers(FlowFields.Start).ToArray().Select(start => start / Hour).Distinct()));
        Assert.InRange(chunks.Count, 2, 12);
    }

    [Fact]
    public async Task Chunks_LieByHourThenEni()
    {
        var chunks = await PackAsync(OfEnis(6, 4_000, hours: 3, enis: 5), new() { As = PackedAs.Ingested });
        var keys = chunks.Select(chunk => ChunkDecoder.Decode(chunk, FlowFields.All))
            .Select(rows => (rows.Numbers(FlowFields.Start)[0] / Hour, rows.Texts(FlowFields.EniId)[0])).ToList();

        Assert.Equal(keys.OrderBy(key => key.Item1).ThenBy(key => key.Item2, StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task MoreRowsThanMayBeHeld_AreWrittenInLots()
    {
        var rows = OfEnis(8, 5_000, hours: 1, enis: 2);
        var chunks = await PackAsync(rows, new() { MaxRows = 1_500 });

        Assert.Equal([1_500, 1_500, 1_500, 500], chunks.Select(chunk => chunk.Rows));
        Assert.Equal(Lines([ChunkEncoder.Encode(rows)]), Lines(chunks));
    }

    [Fact]
    public async Task RowsOfAnyShape_ArePacked()
    {
        for (var seed = 1; seed < 30; seed++)
        {
            var rows = SomeRows.OfAnyShape(seed, 200);
            foreach (var packed in Enum.GetValues<PackedAs>())
                Assert.Equal(Lines([ChunkEncoder.Encode(rows)]), Lines(await PackAsync(rows, new() { As = packed })));
        }
    }

    [Fact]
    public async Task NoRows_MakeAFileWithoutChunks() =>
        Assert.Empty(await PackAsync(new FlowColumns(0), new()));

    private static FlowColumns OfEnis(int seed, int count, int hours, int enis)
    {
        var random = new Random(seed);
        var rows = SomeRows.OfAServer(seed, count);
        var texts = new TextColumn(count);
        for (var row = 0; row < count; row++)
            texts.Add($"eni-{random.Next(enis)}");
        rows.Set(FlowFields.EniId, texts);
        rows.Set(FlowFields.Start, [.. Enumerable.Range(0, count).Select(_ => 1_767_225_600L + random.Next(hours * Hour))]);
        return rows;
    }

    private static async Task<List<Chunk>> PackAsync(FlowColumns rows, PackSettings settings) =>
        await SomeFiles.ReadAsync(new MemoryStream(await FileAsync(rows, settings)));

    private static async Task<byte[]> FileAsync(FlowColumns rows, PackSettings settings)
    {
        var stream = new MemoryStream();
        var writer = new ChunkFileWriter(stream);
        var (packer, record) = (new RowPacker(writer, settings), new RecordRow());
        for (var row = 0; row < rows.Count; row++)
        {
            HeldRowsTests.Fill(record, rows, row);
            if (packer.Add(record))
                await packer.WriteAsync(CancellationToken.None);
        }

        await packer.WriteAsync(CancellationToken.None);
        await writer.EndAsync(CancellationToken.None);
        Assert.Equal(((long)rows.Count, writer.Rows), (packer.Sizes.Rows, (long)rows.Count));
        return stream.ToArray();
    }

    private static List<string> Lines(IEnumerable<Chunk> chunks) =>
    [
        .. chunks.Select(chunk => ChunkDecoder.Decode(chunk, FlowFields.All))
            .SelectMany(rows => Enumerable.Range(0, rows.Count).Select(row => rows[row].ToString()))
            .Order(StringComparer.Ordinal),
    ];
}
