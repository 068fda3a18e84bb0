using System.Runtime.CompilerServices;
using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Flows;
using FlowLog.Tests.Chunks;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Files;

public sealed class ChunkFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Chunks_ComeBackFromFrontToBack(int count)
    {
        var chunks = Chunks(count);
        var read = await SomeFiles.ReadAsync(new MemoryStream(await SomeFiles.WriteAsync(chunks)));

        Assert.Equal(count, read.Count);
        Assert.All(chunks.Zip(read), pair => SomeFiles.Same(pair.First, pair.Second));
    }

    [Fact]
    public async Task AStreamThatGivesAByteAtATimeOrIsInGzip_IsRead()
    {
        var chunks = Chunks(3);
        var bytes = await SomeFiles.WriteAsync(chunks);

        Assert.Equal(3, (await SomeFiles.ReadAsync(new TrickleStream(bytes, 3))).Count);
        var inflated = await SomeFiles.ReadAsync(new MemoryStream(CaptureBuilder.Gzip(bytes)));
        Assert.All(chunks.Zip(inflated), pair => SomeFiles.Same(pair.First, pair.Second));
        Assert.True(ChunkFile.Is(CaptureBuilder.Gzip(bytes)));
    }

    [Fact]
    public async Task TheDirectory_FindsEachChunkByItsOffset()
    {
        var chunks = Chunks(5);
        var bytes = await SomeFiles.WriteAsync(chunks);
        var index = await ChunkFileIndex.OpenAsync(new MemoryStream(bytes), CancellationToken.None);

        Assert.Equal(chunks.Sum(chunk => (long)chunk.Rows), index.Rows);
        foreach (var place in new[] { 3, 0, 4 })
        {
            var entry = index.Chunks[place];
            SomeFiles.Same(chunks[place], await index.ReadAsync(entry, CancellationToken.None));
            SomeFiles.Same(chunks[place], ChunkFileIndex.ChunkOf(entry, bytes.AsMemory((int)entry.Offset, entry.Length)));
        }
    }

    [Fact]
    public async Task TheDirectory_KnowsWhatEachChunksColumnsTellOfThemselves()
    {
        var chunks = Chunks(4);
        var index = await ChunkFileIndex.OpenAsync(new MemoryStream(await SomeFiles.WriteAsync(chunks)), CancellationToken.None);

        foreach (var (chunk, entry) in chunks.Zip(index.Chunks))
        {
            var told = ChunkStatistics.Of(chunk);
            Assert.Equal(told.Time, entry.Statistics.Time);
            Assert.Equal(told.Ranges.OrderBy(range => range.Key), entry.Statistics.Ranges.OrderBy(range => range.Key));
        }
    }

    [Fact]
    public async Task AFileThatWasNotEnded_GivesItsChunksAndThenSaysSo()
    {
        var bytes = await SomeFiles.WriteAsync(Chunks(2));
        var index = await ChunkFileIndex.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        var cut = bytes[..(int)(index.Chunks[1].Offset + index.Chunks[1].Length)];
        var reader = new ChunkFileReader(new MemoryStream(cut));

        Assert.NotNull(await reader.ReadAsync(CancellationToken.None));
        Assert.NotNull(await reader.ReadAsync(CancellationToken.None));
        var refused = await Assert.ThrowsAsync<ChunkFormatException>(async () => await reader.ReadAsync(CancellationToken.None));
        Assert.Equal(cut.Length, refused.Offset);
        await Assert.ThrowsAsync<ChunkFormatException>(async () => await ChunkFileIndex.OpenAsync(new MemoryStream(cut), CancellationToken.None));
    }

    [Fact]
    public async Task AColumnThatNoFieldHas_IsKeptAndNotLookedAt()
    {
        var chunk = Chunks(1)[0];
        var newer = chunk with { Columns = new Dictionary<int, ReadOnlyMemory<byte>>(chunk.Columns) { [200] = new byte[] { 99, 1, 2 } } };
        var read = Assert.Single(await SomeFiles.ReadAsync(new MemoryStream(await SomeFiles.WriteAsync(newer))));

        SomeFiles.Same(newer, read);
        SameRows.Equal(ChunkDecoder.Decode(chunk, FlowFields.All), ChunkDecoder.Decode(read, FlowFields.All));
    }

    [Fact]
    public async Task Writing_HoldsNoChunk()
    {
        var writer = new ChunkFileWriter(Stream.Null);
        var written = new List<WeakReference>();
        for (var seed = 0; seed < 10; seed++)
            written.Add(await AddAsync(writer, seed));
        GC.Collect();

        Assert.InRange(written.Count(chunk => chunk.IsAlive), 0, 1);
        Assert.Equal((10, 3_000L), (writer.Chunks, writer.Rows));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> AddAsync(ChunkFileWriter writer, int seed)
    {
        var chunk = ChunkEncoder.Encode(SomeRows.OfAServer(seed, 300));
        await writer.AddAsync(chunk, CancellationToken.None);
        return new(chunk);
    }

    private static Chunk[] Chunks(int count) =>
        [.. Enumerable.Range(1, count).Select(seed => ChunkEncoder.Encode(seed % 3 == 0 ? SomeRows.OfAnyShape(seed, 40 * seed) : SomeRows.OfAServer(seed, 300)))];
}
