namespace FlowLogFunctions.Tests.Support;

/// <summary>Batches of an hour or some before it, and which of them were sent and which were taken.</summary>
internal sealed class SentTraffic(LogstoreSite site, Random random, int batches, int firstStep = 0, int hours = 1)
{
    private const int MaxRecords = 40;

    public IReadOnlyList<SentBatch> Batches { get; } =
    [
        .. Enumerable.Range(firstStep, batches).Select(step =>
        {
            var records = SomeFlows.Of(random, site.Hour - (random.Next(hours) * 3600), random.Next(1, MaxRecords));
            return new SentBatch(site.Message(step, 0, records), records);
        }),
    ];

    /// <summary>Each batch one to four times, in any order.</summary>
    public IReadOnlyList<(int Number, SentBatch Batch)> Deliveries(Random dice) =>
        [.. Batches.SelectMany(batch => Enumerable.Repeat(batch, dice.Next(1, 5))).OrderBy(_ => dice.Next()).Select((batch, number) => (number, batch))];

    /// <summary>What is there for certain.</summary>
    public RecordCounts Done() => RecordCounts.Of(Batches.Where(batch => batch.IsDone).SelectMany(batch => batch.Records));

    /// <summary>What may be there.</summary>
    public RecordCounts Sent() => RecordCounts.Of(Batches.Where(batch => batch.IsSent).SelectMany(batch => batch.Records));
}
