using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class BatchSplitterTests
{
    [Fact]
    public void FewRows_AreOneBatch()
    {
        var batch = Assert.Single(Split(SomeRows.OfAServer(1, 100)));

        Assert.Equal(("window-0000", "account", "region", "eni"), (batch.Id, batch.AccountId, batch.Region, batch.EniId));
        Assert.Equal(["fl-1"], batch.FlowLogIds);
        Assert.Equal(100, batch.Chunk.Rows);
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(5_200)]
    public void ManyRows_AreBatchesThatFitAndHoldEachRowOnce(int count)
    {
        var rows = SomeRows.OfAServer(2, count);

        var batches = Split(rows);

        Assert.All(batches, batch => Assert.InRange(BatchMessage.Encode(batch).Length, 1, BatchMessage.MaxBytes));
        Assert.Equal(Enumerable.Range(0, batches.Count).Select(part => $"window-{part:D4}"), batches.Select(batch => batch.Id));
        Assert.Equal(Keys(rows), batches.SelectMany(batch => Keys(ChunkDecoder.Decode(batch.Chunk, FlowFields.All))).Order(StringComparer.Ordinal));
        Assert.InRange(batches.Average(batch => BatchMessage.Encode(batch).Length), BatchMessage.MaxBytes / 2, BatchMessage.MaxBytes);
    }

    [Fact]
    public void ShuffledRows_GiveTheSameBatches()
    {
        var rows = SomeRows.OfAServer(3, 12_000);

        var (one, other) = (Split(rows), Split(SameRows.Shuffled(rows, 1)));

        Assert.Equal(one.Select(BatchMessage.Encode), other.Select(BatchMessage.Encode));
    }

    [Fact]
    public void ABatchOfAStep_FitsWithItsTraceToTheLastByte()
    {
        var (row, step) = (SomeRows.OfAServer(6, 1), new BatchStep(1_767_225_600, 1_767_226_200, 600, 0, 1_767_226_210, 0, 0, "session"));
        IReadOnlyList<Batch> Split(int lastName) => BatchSplitter.Split(
            "step", "account", "region", "eni", [.. Enumerable.Range(0, 48).Select(i => $"{new string('x', 1_000)}{i:D2}"), new('y', lastName)], row, step: step);
        static int Size(Batch batch) => BatchMessage.Encode(batch with { Trace = new(UInt128.MaxValue, ulong.MaxValue, byte.MaxValue) }).Length;
        var most = 200 + BatchMessage.MaxBytes - Size(Assert.Single(Split(200)));

        Assert.Equal(BatchMessage.MaxBytes, Size(Assert.Single(Split(most))));
        Assert.Throws<ArgumentException>(() => Split(most + 1));
    }

    [Fact]
    public void NoRows_AreNoBatch() => Assert.Empty(Split(FlowColumns.Of([])));

    [Fact]
    public void AHeaderThatLeavesNoRoom_IsRefused()
    {
        string[] flowLogs = [.. Enumerable.Range(0, 60).Select(i => new string('x', 1_000) + i)];

        Assert.Throws<ArgumentException>(() => BatchMessage.Split("window", "account", "region", "eni", flowLogs, SomeRows.OfAServer(1, 3)));
    }

    private static IReadOnlyList<Batch> Split(FlowColumns rows) => BatchMessage.Split("window", "account", "region", "eni", ["fl-1"], rows);

    private static IEnumerable<string> Keys(FlowColumns rows) =>
        Enumerable.Range(0, rows.Count).Select(row => rows[row].ToString()).Order(StringComparer.Ordinal);
}
