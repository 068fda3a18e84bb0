using FlowLog.Flows;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>Records by the hour of their start: a chunk lies in one hour's partition.</summary>
internal static class Hours
{
    public static IEnumerable<(long Hour, FlowColumns Rows)> Split(FlowColumns rows)
    {
        if (rows.Count == 0)
            return [];
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        var hours = starts.Select(HourOf).Distinct().Order().ToList();
        if (hours.Count == 1)
            return [(hours[0], rows)];
        return hours.Select(hour => (hour, rows.Pick([.. Enumerable.Range(0, starts.Length).Where(row => HourOf(starts[row]) == hour)])));
    }

    /// <summary>The same, in the order of these hours, which are all that the rows have; where one has none, no rows.</summary>
    public static IEnumerable<(long Hour, FlowColumns Rows)> Split(FlowColumns rows, IReadOnlyList<long> hours)
    {
        var parts = Split(rows).ToDictionary(part => part.Hour, part => part.Rows);
        return parts.Keys.Except(hours).Order().Concat(hours).Select(hour => (hour, parts.GetValueOrDefault(hour) ?? new FlowColumns(0)));
    }

    private static long HourOf(long start) => CaptureWindow.Floor(start, LogstoreKeys.SecondsPerHour);
}
