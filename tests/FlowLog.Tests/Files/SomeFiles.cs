using FlowLog.Chunks;
using FlowLog.Files;

namespace FlowLog.Tests.Files;

/// <summary>Files of chunks in memory.</summary>
internal static class SomeFiles
{
    public static async Task<byte[]> WriteAsync(params Chunk[] chunks)
    {
        var stream = new MemoryStream();
        var writer = new ChunkFileWriter(stream);
        foreach (var chunk in chunks)
            await writer.AddAsync(chunk, CancellationToken.None);
        await writer.EndAsync(CancellationToken.None);
        Assert.Equal(stream.Length, writer.Length);
        return stream.ToArray();
    }

    /// <summary>All chunks from front to back.</summary>
    public static async Task<List<Chunk>> ReadAsync(Stream stream)
    {
        var reader = new ChunkFileReader(stream);
        var chunks = new List<Chunk>();
        while (await reader.ReadAsync(CancellationToken.None) is { } chunk)
            chunks.Add(chunk);
        return chunks;
    }

    public static void Same(Chunk expected, Chunk actual)
    {
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.Equal(expected.Columns.Keys.Order(), actual.Columns.Keys.Order());
        Assert.All(expected.Columns, column => Assert.True(column.Value.Span.SequenceEqual(actual.Columns[column.Key].Span)));
    }
}
