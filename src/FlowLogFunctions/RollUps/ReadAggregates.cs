using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>
/// The aggregate of a time range of a Logstore, from as few rows as have it: of days, of hours, of chunks. What was written before it is asked for is in it,
/// once.
/// </summary>
internal sealed class ReadAggregates(HourNotes notes, LogstoreTables tables, LogstoreRollUps rollUps, LogstoreAggregates chunks)
{
    private const int DaysAtOnce = 10;

    /// <param name="range">Whole minutes.</param>
    /// <param name="byHour">Whether the series may be by the hour where whole hours are asked for.</param>
    public async Task<Aggregate> RunAsync(
        string logstoreId, TimeRange range, IReadOnlyCollection<AggregatePart> parts, bool byHour, AggregateCounts counts, CancellationToken cancellation)
    {
        // The notes come first: what is not noted by then is in the roll-ups that are read after.
        var noted = (await notes.OfAsync(logstoreId, cancellation)).Starts;
        var days = await tables.DaysAsync(logstoreId, cancellation);
        var daily = new DayAggregates(rollUps, new HourAggregates(chunks, rollUps, logstoreId, parts, counts), logstoreId, range, parts, noted, counts);
        var whole = new AggregateSum();
        foreach (var several in range.HoursIn(days).GroupBy(hour => CaptureWindow.Floor(hour, DayAggregates.Day)).Chunk(DaysAtOnce))
        {
            foreach (var aggregate in (await Task.WhenAll(several.Select(day => daily.ReadAsync(day.Key, [.. day], byHour, cancellation)))).SelectMany(ofDay => ofDay))
                whole.Add(aggregate);
        }

        var sum = whole.Trimmed();
        sum.CutSeries(range.From / DayAggregates.Minute, range.To / DayAggregates.Minute);
        return sum;
    }
}
