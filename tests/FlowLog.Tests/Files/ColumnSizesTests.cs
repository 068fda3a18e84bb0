using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Files;

public sealed class ColumnSizesTests
{
    [Fact]
    public void Columns_AddUpToTheChunks()
    {
        Chunk[] chunks = [ChunkEncoder.Encode(SomeRows.OfAServer(1, 500)), ChunkEncoder.Encode(SomeRows.OfAnyShape(2, 90))];
        var sizes = new ColumnSizes();
        foreach (var chunk in chunks)
            sizes.Add(chunk);

        Assert.Equal((2, 590L, 90, 500), (sizes.Chunks, sizes.Rows, sizes.LeastRows, sizes.MostRows));
        Assert.Equal(chunks.Sum(chunk => (long)chunk.Size), sizes.Bytes);
        Assert.Equal(sizes.Bytes, sizes.Columns.Sum(column => column.Bytes));
        Assert.All(sizes.Columns, column => Assert.Equal(column.Bytes, column.Encodings.Sum(encoding => encoding.Bytes)));
        Assert.Equal("addresses", sizes.Columns[0].Name);
        Assert.Contains(sizes.Columns, column => column is { Name: "account-id", Encodings: [("Texts", _)] or [("Texts", _), ..] });
    }
}
