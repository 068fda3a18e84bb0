using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ledger;

/// <summary>What the batches of a Logstore say, hour by hour: from roll-ups of hours that have not been written to since, else from the hour's rows. What is known of quiet hours is not read again.</summary>
internal sealed class StatedHours(HourNotes notes, QuietHours<LedgerEntry> quiet, LogstoreRollUps rollUps, LogstoreStatements statements)
{
    private const int Day = 24 * LogstoreKeys.SecondsPerHour;
    private const int DaysAtOnce = 10;

    /// <summary>The statements of some hours; hours of which nothing is said are left out.</summary>
    /// <param name="hours">Of days that have a table.</param>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> ReadAsync(string logstoreId, IEnumerable<long> hours, CancellationToken cancellation)
    {
        // First the notes: what is not noted by then is in the roll-ups that are read after.
        var noted = await notes.OfAsync(logstoreId, cancellation);
        var said = new Dictionary<long, IReadOnlyList<LedgerEntry>>();
        var unknown = new List<long>();
        foreach (var hour in hours)
        {
            if (quiet.Find(logstoreId, hour, noted) is { } entries)
                said[hour] = entries;
            else
                unknown.Add(hour);
        }

        foreach (var days in unknown.GroupBy(hour => CaptureWindow.Floor(hour, Day)).Chunk(DaysAtOnce))
        {
            foreach (var ofDay in await Task.WhenAll(days.Select(day => ReadDayAsync(logstoreId, [.. day], noted.Starts, cancellation))))
            {
                foreach (var (hour, entries) in ofDay)
                    said[hour] = entries;
            }
        }

        foreach (var hour in unknown)
            quiet.Keep(logstoreId, hour, said.GetValueOrDefault(hour, []), noted);
        return said;
    }

    private async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> ReadDayAsync(
        string logstoreId, IReadOnlyList<long> hours, IReadOnlySet<long> noted, CancellationToken cancellation)
    {
        var found = (await rollUps.SaidAsync(logstoreId, hours, cancellation)).Where(hour => !noted.Contains(hour.Key)).ToDictionary();
        List<long> rest = [.. hours.Where(noted.Contains)];
        foreach (var run in LogstoreKeys.Runs(hours.Where(hour => !found.ContainsKey(hour) && !noted.Contains(hour))))
            rest.AddRange(await statements.HoursWithAnyAsync(logstoreId, run, cancellation));
        foreach (var hour in rest)
            found[hour] = await statements.OfHourAsync(logstoreId, hour, cancellation);
        return found;
    }
}
