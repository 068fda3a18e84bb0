using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Flows;

namespace FlowLog.Tests.Files;

/// <summary>A file that version 1 wrote: the records of chunk-v1.csv in three chunks. It is read for ever and never changed.</summary>
public sealed class GoldenChunkFileTests
{
    private static readonly string Golden = Repository.PathOf("tests", "FlowLog.Tests", "Golden", "chunks-v1.flc");

    [Fact]
    public async Task Version1_IsStillReadFromFrontToBack()
    {
        await using var stream = File.OpenRead(Golden);

        Assert.Equal(Expected(), Lines(await SomeFiles.ReadAsync(stream)));
    }

    [Fact]
    public async Task Version1_IsStillReadByItsDirectory()
    {
        await using var stream = File.OpenRead(Golden);
        var index = await ChunkFileIndex.OpenAsync(stream, CancellationToken.None);
        var chunks = new List<Chunk>();
        foreach (var entry in index.Chunks)
            chunks.Add(await index.ReadAsync(entry, CancellationToken.None));

        Assert.Equal([301, 301, 99], chunks.Select(chunk => chunk.Rows));
        Assert.Equal(Expected(), Lines(chunks));
    }

    [Fact]
    public async Task TheSameChunks_MakeTheSameFileToday()
    {
        await using var stream = File.OpenRead(Golden);

        Assert.Equal(await File.ReadAllBytesAsync(Golden), await SomeFiles.WriteAsync([.. await SomeFiles.ReadAsync(stream)]));
    }

    private static List<string> Expected()
    {
        var message = File.ReadAllBytes(Repository.PathOf("tests", "FlowLog.Tests", "Golden", "chunk-v1.bin"));
        return Lines([BatchMessage.Decode(message).Chunk]);
    }

    private static List<string> Lines(IEnumerable<Chunk> chunks) =>
    [
        .. chunks.Select(chunk => ChunkDecoder.Decode(chunk, FlowFields.All))
            .SelectMany(rows => Enumerable.Range(0, rows.Count).Select(row => rows[row].ToString()))
            .Order(StringComparer.Ordinal),
    ];
}
