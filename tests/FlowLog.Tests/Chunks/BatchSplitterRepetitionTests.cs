using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Tests.Reports;

namespace FlowLog.Tests.Chunks;

public sealed class BatchSplitterRepetitionTests
{
    [Fact]
    public void RowsJudgedAnew_AreCutAtTheSamePlaces()
    {
        var records = SomeFlows.Random(seed: 21, count: 12_000);
        var measured = FlowColumns.Of([.. records.Select(record => Judged(record, FlowAction.None, ""))]);
        var random = new Random(22);

        var first = Split([.. records.Select(record => Judged(record, FlowAction.Accept, "sgr-1"))], measured);
        var again = Split([.. records.Select(record => Judged(record, (FlowAction)random.Next(1, 3), $"sgr-{random.Next(40)}"))], measured);

        Assert.True(first.Count > 2);
        Assert.Equal(first.Select(batch => batch.Id), again.Select(batch => batch.Id));
        Assert.Equal(first.Select(Flows), again.Select(Flows));
    }

    private static FlowRecord Judged(FlowRecord record, FlowAction action, string rule) =>
        record with { Direction = Direction.None, Action = action, RuleId = rule };

    private static IReadOnlyList<Batch> Split(IReadOnlyList<FlowRecord> records, FlowColumns measured) =>
        BatchSplitter.Split("eni-1-00000001", "1", "cn-hangzhou", "eni-1", ["fl-1"], FlowColumns.Of(records), measured);

    /// <summary>Which flows a batch holds, in an order that no verdict takes part in.</summary>
    private static string Flows(Batch batch)
    {
        var rows = ChunkDecoder.Decode(batch.Chunk, FlowFields.All);
        return string.Join('\n', Enumerable.Range(0, rows.Count).Select(row => $"{rows[row].Flow} {rows[row].Start} {rows[row].Bytes}").Order(StringComparer.Ordinal));
    }
}
