using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class ChunkMergeTests
{
    [Fact]
    public void Parts_MakeTheSameBytesAsTheWhole()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var rows = seed % 2 == 0 ? SomeRows.OfAnyShape(seed, random.Next(1, 600)) : SomeRows.OfAServer(seed, random.Next(1, 600));
            var parts = new List<FlowColumns>();
            for (var at = 0; at < rows.Count; at += parts[^1].Count)
                parts.Add(rows.Pick([.. Enumerable.Range(at, Math.Min(random.Next(1, 200), rows.Count - at))]));

            var merged = ChunkMerge.Merge([.. parts.Select(ChunkEncoder.Encode)]);

            var whole = ChunkEncoder.Encode(rows);
            Assert.Equal(whole.Rows, merged.Rows);
            Assert.Equal(whole.Columns.Keys.Order(), merged.Columns.Keys.Order());
            Assert.All(whole.Columns, column => Assert.Equal(column.Value.ToArray(), merged.Columns[column.Key].ToArray()));
        }
    }

    [Fact]
    public void Plan_KeepsWithinChunksRowsAndBytes()
    {
        Assert.Equal(0, ChunkMerge.Plan([]));
        Assert.Equal(1, ChunkMerge.Plan([(10, 2 * ChunkMerge.TargetBytes), (1, 1)]));
        Assert.Equal(ChunkMerge.MaxChunks, ChunkMerge.Plan(Enumerable.Repeat((10, 100), 300)));
        Assert.Equal(8, ChunkMerge.Plan(Enumerable.Repeat((4_000, 100 * 1024), 300)));
        Assert.Equal(2, ChunkMerge.Plan(Enumerable.Repeat((ChunkLimits.MaxRows / 2, 1_000), 300)));
    }
}
