using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Analysis.Chunks;

public sealed class TablePartTests
{
    [Fact]
    public void SmallPartitions_AreReadTogether()
    {
        var parts = TablePart.Of([Chunk("00-0", "c~a", 40), Chunk("00-1", "c~b", 40), Chunk("00-1", "m~c", 10), Chunk("00-3", "c~d", 20)], pageBytes: 100).ToList();

        Assert.Equal(["c~a c~b m~c", "c~d"], parts.Select(Rows));
    }

    [Fact]
    public void LargePartition_WhatMayBeMergedStaysTogether()
    {
        var parts = TablePart.Of(
            [Chunk("00-0", "c~a", 70), Chunk("00-0", "c~b", 70), Chunk("00-0", "m~c", 60), Chunk("00-0", "m~d", 30), Chunk("00-0", "m~e", 30), Chunk("00-0", "m~f", 200)],
            pageBytes: 100).ToList();

        Assert.Equal(["c~a c~b", "m~c m~d", "m~e", "m~f"], parts.Select(Rows));
        Assert.Equal(["m~c", "m~d", "m~e", "m~f"], parts[0].Elsewhere.Order());
        Assert.All(parts.Skip(1), part => Assert.Empty(part.Elsewhere));
    }

    [Fact]
    public void Runs_EndWhereAPageIsFullOrColumnsDiffer()
    {
        IReadOnlySet<int> all = new HashSet<int> { 1, 2 }, some = new HashSet<int> { 2 }, none = new HashSet<int>();

        var runs = ChunkRun.Of(
            [
                (Chunk("00-0", "c~a", 60), all), (Chunk("00-0", "c~b", 40), all), (Chunk("00-1", "c~c", 1), all), (Chunk("00-1", "c~d", 1), none),
                (Chunk("00-1", "c~e", 1), all), (Chunk("00-1", "c~f", 1), some), (Chunk("00-2", "c~g", 1), some),
            ],
            pageBytes: 100).ToList();

        Assert.Equal(["c~a c~b", "c~c", "c~e", "c~f c~g"], runs.Select(run => string.Join(' ', run.Headers.Select(header => header.Row))));
        Assert.Equal([all, all, all, some], runs.Select(run => run.Missing));
    }

    private static ChunkHeader Chunk(string partition, string row, int bytes) => new("table", partition, row, 1, default, bytes);

    private static string Rows(TablePart part) => string.Join(' ', part.Wanted.Select(header => header.Row));
}
