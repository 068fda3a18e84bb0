using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>What of a range lies in one day: the day's roll-up if all of it is asked for and nothing has been written since, else the hours'.</summary>
/// <param name="noted">The hours that have been written to since they were rolled up, perhaps.</param>
internal sealed class DayAggregates(
    LogstoreRollUps rollUps, HourAggregates hourly, string logstoreId, TimeRange range, IReadOnlyCollection<AggregatePart> parts, IReadOnlySet<long> noted,
    AggregateCounts counts)
{
    public const int Minute = 60;
    public const int Day = 24 * Hour;
    private const int Hour = LogstoreKeys.SecondsPerHour;

    /// <param name="hours">Those of the day that the range touches.</param>
    public async Task<IReadOnlyList<Aggregate>> ReadAsync(long day, IReadOnlyList<long> hours, bool byHour, CancellationToken cancellation)
    {
        var found = new List<Aggregate>();
        var rest = hours;
        if (byHour && IsWhole(day) && await rollUps.FindDayAsync(logstoreId, day, parts, cancellation) is { Aggregate: { } ofDay } stored
            && HoursOf(day, stored.Hours) is var covered && covered.All(hour => hours.Contains(hour) && IsWhole(hour) && !noted.Contains(hour)))
        {
            counts.AddDay();
            found.Add(ofDay);
            rest = [.. hours.Except(covered)];
        }

        found.AddRange(await ReadHoursAsync(rest, cancellation));
        return found;
    }

    private async Task<IEnumerable<Aggregate>> ReadHoursAsync(IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        // Of an hour that is cut a roll-up tells the series, not the lists.
        List<long> clean = [.. hours.Where(hour => !noted.Contains(hour) && (IsWhole(hour) || !HasLists))];
        var stored = await rollUps.HoursAsync(logstoreId, clean, parts, cancellation);
        var found = stored.Where(hour => hour.Value.Aggregate is not null).ToDictionary(hour => hour.Key, hour => hour.Value.Aggregate!);
        counts.AddHours(found.Count);
        var unknown = await hourly.WrittenAsync([.. clean.Where(hour => !found.ContainsKey(hour))], cancellation);
        var reads = hours.Where(hour => noted.Contains(hour) || (!IsWhole(hour) && HasLists) || unknown.Contains(hour))
            .Select(hour => IsWhole(hour) || !HasLists ? hourly.WholeAsync(hour, cancellation) : hourly.CutAsync(hour, range, cancellation));
        return [.. found.Values, .. await Task.WhenAll(reads)];
    }

    private bool HasLists => parts.Any(part => part is not (AggregatePart.Series or AggregatePart.Variances));

    /// <summary>Whether all of an hour is asked for.</summary>
    private bool IsWhole(long hour) => range.From <= hour && range.To >= hour + Hour;

    private static IEnumerable<long> HoursOf(long day, int mask) =>
        Enumerable.Range(0, 24).Where(hour => (mask & (1 << hour)) != 0).Select(hour => day + (hour * (long)Hour));
}
