using FlowLog.Chunks;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Export;

public sealed class SentChunksTests
{
    [Fact]
    public void Held_AreTheLastOnes_ByCount()
    {
        var (held, chunk) = (new SentChunks(), ChunkOf(10));
        for (var number = 0; number < 1000; number++)
            held.Hold($"{number}", chunk);

        Assert.Equal(Enumerable.Range(1000 - SentChunks.MaxChunks, SentChunks.MaxChunks), Enumerable.Range(0, 1000).Where(number => held.Find($"{number}") is not null));
    }

    [Fact]
    public void Held_AreTheLastOnes_ByBytes()
    {
        var chunk = new Chunk { Rows = 1, Columns = new Dictionary<int, ReadOnlyMemory<byte>> { [1] = new byte[SentChunks.MaxBytes / 3] } };
        var held = new SentChunks();
        foreach (var number in Enumerable.Range(0, 10))
            held.Hold($"{number}", chunk);

        Assert.Equal([7, 8, 9], Enumerable.Range(0, 10).Where(number => held.Find($"{number}") is not null));
    }

    private static Chunk ChunkOf(int records) =>
        ChunkEncoder.Encode(FlowLog.Flows.FlowColumns.Of(SomeFlows.Of(new Random(1), 0, records)));
}
