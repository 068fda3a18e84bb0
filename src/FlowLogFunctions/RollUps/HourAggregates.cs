using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>What lies in one hour, from its chunks: those that its roll-up does not name, or those that a range cuts out.</summary>
internal sealed class HourAggregates(
    LogstoreAggregates chunks, LogstoreRollUps rollUps, string logstoreId, IReadOnlyCollection<AggregatePart> parts, AggregateCounts counts)
{
    /// <summary>Records of chunks that lie across an edge which are read to know the lists exactly; about a second's work. Past it bounds are given.</summary>
    public const long MostRecords = 2_000_000;

    private const int Minute = 60;

    /// <summary>Which of some hours have chunks.</summary>
    public Task<IReadOnlySet<long>> WrittenAsync(IReadOnlyList<long> hours, CancellationToken cancellation) =>
        chunks.HoursWithChunksAsync(logstoreId, hours, cancellation);

    /// <summary>All of an hour: its roll-up, and the chunks that it does not name.</summary>
    public async Task<Aggregate> WholeAsync(long hour, CancellationToken cancellation)
    {
        // A chunk that was merged while it was read makes it begin again.
        while (true)
        {
            var stored = await rollUps.FindHourAsync(logstoreId, hour, parts, cancellation);
            var listed = await chunks.OfHourAsync(logstoreId, hour, cancellation);
            if (await TryWholeAsync(stored, listed, cancellation) is { } whole)
                return whole;
        }
    }

    /// <summary>What of an hour lies in a range: whole chunks, and of those that lie across its edge the records.</summary>
    public async Task<Aggregate> CutAsync(long hour, TimeRange range, CancellationToken cancellation)
    {
        while (true)
        {
            // Of the hour that is written to nothing may be cut: then its roll-up serves as well.
            var stored = range.From <= hour ? await rollUps.FindHourAsync(logstoreId, hour, parts, cancellation) : null;
            var listed = await chunks.OfHourAsync(logstoreId, hour, cancellation);
            var cut = listed.All(chunk => IsIn(range, chunk))
                ? await TryWholeAsync(stored, listed, cancellation)
                : await TryCutAsync([.. listed.Where(chunk => chunk.Header.Starts.Least < range.To && chunk.Header.Starts.Greatest >= range.From)], range, cancellation);
            if (cut is not null)
                return cut;
        }
    }

    /// <param name="stored">The hour's roll-up, read before the chunks were listed; null if there is none.</param>
    private async Task<Aggregate?> TryWholeAsync(RollUp? stored, IReadOnlyList<AggregateChunk> listed, CancellationToken cancellation)
    {
        var cover = HourCover.Of(stored?.Aggregate is null ? null : stored, listed);
        if (await chunks.ReadAsync(cover.Uncovered, listed.Count, parts, cancellation) is not { } aggregates)
            return null;
        var whole = new AggregateSum();
        if (cover.IsUsable && stored?.Aggregate is { } rolledUp)
        {
            counts.AddHours(1);
            whole.Add(rolledUp);
        }

        counts.AddChunks(aggregates.Count);
        foreach (var aggregate in aggregates.OfType<Aggregate>())
            whole.Add(aggregate);
        return whole.Trimmed();
    }

    private async Task<Aggregate?> TryCutAsync(IReadOnlyList<AggregateChunk> listed, TimeRange range, CancellationToken cancellation)
    {
        if (await chunks.ReadAsync(listed, listed.Count, parts, cancellation) is not { } aggregates)
            return null;
        counts.AddChunks(aggregates.Count);
        var whole = new AggregateSum();
        var left = MostRecords;
        for (var i = 0; i < listed.Count; i++)
        {
            var (chunk, aggregate) = (listed[i], aggregates[i]);
            if (aggregate is null)
                continue;
            aggregate.CutSeries(range.From / Minute, range.To / Minute);
            if (IsIn(range, chunk))
                whole.Add(aggregate);
            else if ((left -= chunk.Header.Rows) < 0)
                whole.AddDoubtful(aggregate);
            else if (await chunks.RecordsAsync(chunk, cancellation) is { } records)
                whole.Add(Of(records, range));
            else
                return null;
        }

        return whole.Trimmed();
    }

    private static bool IsIn(TimeRange range, AggregateChunk chunk) => chunk.Header.Starts.Least >= range.From && chunk.Header.Starts.Greatest < range.To;

    private Aggregate Of(FlowColumns records, TimeRange range)
    {
        counts.AddRecords(records.Count);
        var starts = records.Numbers(FlowFields.Start);
        var wanted = new List<int>(records.Count);
        for (var row = 0; row < records.Count; row++)
        {
            if (starts[row] >= range.From && starts[row] < range.To)
                wanted.Add(row);
        }

        return Aggregate.Of(wanted.Count == records.Count ? records : records.Pick(wanted));
    }
}
