using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>
/// Keeps the roll-up of a day: its hours that are over, are not noted and have a roll-up or nothing. It is made of them anew each time one changes.
/// </summary>
internal sealed class DayRollUp(HourRollUp hourly, LogstoreAggregates chunks, LogstoreRollUps rollUps, HourNotes notes, UpkeepTelemetry telemetry, TimeProvider time)
{
    private const int Attempts = 5;
    private const int Hour = LogstoreKeys.SecondsPerHour;
    private const int MinutesPerHour = 60;

    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    /// <summary>Takes an hour that has been closed into its day's roll-up. False if others were faster all along.</summary>
    public async Task<bool> TakeAsync(string logstoreId, long closed, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(logstoreId, closed, cancellation))
                return true;
        }

        return false;
    }

    // First the version, then the notes, then the hours: who replaces a version has all that was in it, and an hour without a note has nothing
    // that is not in its roll-up, or in its chunks if it has none.
    private async Task<bool> TryAsync(string logstoreId, long closed, CancellationToken cancellation)
    {
        var stored = await rollUps.FindDayAsync(logstoreId, closed, [], cancellation);
        var noted = (await notes.OfAsync(logstoreId, cancellation)).Starts;
        var day = CaptureWindow.Floor(closed, 24 * Hour);
        var hours = HoursOf(day).Where(hour => hour == closed || (IsOver(hour) && !noted.Contains(hour))).ToList();
        var found = await FindAsync(logstoreId, hours, cancellation);
        var (whole, mask) = (new AggregateSum(), 0);
        foreach (var (hour, aggregate) in found)
        {
            mask |= 1 << (int)((hour - day) / Hour);
            if (aggregate is not null)
                whole.Add(aggregate.InSteps(MinutesPerHour));
        }

        var isWritten = await rollUps.PutDayAsync(
            logstoreId, day, new(whole.Trimmed()) { Hours = mask, IsClosed = true, ETag = stored?.ETag }, cancellation);
        telemetry.RolledUp("day", isWritten);
        return isWritten;
    }

    /// <summary>What is in each of these hours; null for nothing. Hours of which no roll-up can be had are left out.</summary>
    private async Task<IReadOnlyDictionary<long, Aggregate?>> FindAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        var found = (await rollUps.HoursAsync(logstoreId, hours, Parts, cancellation)).ToDictionary();
        List<long> missing = [.. hours.Where(hour => !found.ContainsKey(hour))];
        var written = await chunks.HoursWithChunksAsync(logstoreId, missing, cancellation);
        // Written before there were roll-ups.
        foreach (var hour in written)
        {
            if (await hourly.CloseAsync(logstoreId, hour, cancellation) && await rollUps.FindHourAsync(logstoreId, hour, Parts, cancellation) is { } made)
                found[hour] = made;
        }

        var aggregates = found.Where(pair => pair.Value.Aggregate is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Aggregate);
        foreach (var hour in missing.Where(hour => !written.Contains(hour)))
            aggregates[hour] = null;
        return aggregates;
    }

    private bool IsOver(long hour) => hour + Hour <= (time.GetUtcNow() - HourNotes.Rest).ToUnixTimeSeconds();

    private static IEnumerable<long> HoursOf(long day) => Enumerable.Range(0, 24).Select(hour => day + (hour * (long)Hour));
}
