using System.Runtime.CompilerServices;
using FlowLog.Ledger;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ledger;

/// <summary>
/// What lies in the hours of Logstores, the latest first, read some hours ahead: from the roll-ups of hours that are not noted, else from their rows. What is
/// known of quiet hours is not read again.
/// </summary>
internal sealed class LedgerHours(LogstoreStatements statements, LogstoreRollUps rollUps, HourNotes notes, QuietHours<LedgerEntry> quiet)
{
    /// <summary>Hours that are read with one call.</summary>
    private const int HoursOfSpan = 6;

    /// <summary>Spans that are read while one before them is looked at.</summary>
    private const int SpansAhead = 2;

    private const int SecondsPerDay = 86_400;

    /// <param name="days">Those that have a table, as their starts.</param>
    /// <param name="first">The first hour's start.</param>
    /// <param name="last">The last hour's.</param>
    public async IAsyncEnumerable<(long Hour, IReadOnlyList<LedgerEntry> Entries)> OfAsync(
        string logstoreId, IReadOnlyList<long> days, long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var noted = await notes.OfAsync(logstoreId, cancellation);
        var begun = new Queue<(IReadOnlyList<long> Span, Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> Reading)>();
        foreach (var span in Spans(first, last))
        {
            begun.Enqueue((span, ReadAsync(logstoreId, days, span, noted, cancellation)));
            if (begun.Count <= SpansAhead)
                continue;
            var (hours, reading) = begun.Dequeue();
            foreach (var hour in hours.Reverse())
                yield return (hour, (await reading)[hour]);
        }

        while (begun.TryDequeue(out var rest))
        {
            foreach (var hour in rest.Span.Reverse())
                yield return (hour, (await rest.Reading)[hour]);
        }
    }

    /// <summary>Hours of one day, at most so many together, the latest first; in each ascending.</summary>
    private static IEnumerable<IReadOnlyList<long>> Spans(long first, long last)
    {
        for (var to = last; to >= first;)
        {
            var from = Math.Max(first, Math.Max(to / SecondsPerDay * SecondsPerDay, to - ((HoursOfSpan - 1) * LogstoreKeys.SecondsPerHour)));
            yield return [.. Enumerable.Range(0, (int)((to - from) / LogstoreKeys.SecondsPerHour) + 1).Select(number => from + (number * LogstoreKeys.SecondsPerHour))];
            to = from - LogstoreKeys.SecondsPerHour;
        }
    }

    private async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> ReadAsync(
        string logstoreId, IReadOnlyList<long> days, IReadOnlyList<long> span, NotedHours noted, CancellationToken cancellation)
    {
        if (!days.Contains(span[0] / SecondsPerDay * SecondsPerDay))
            return span.ToDictionary(hour => hour, IReadOnlyList<LedgerEntry> (_) => []);
        var found = new Dictionary<long, IReadOnlyList<LedgerEntry>>();
        foreach (var hour in span)
        {
            if (quiet.Find(logstoreId, hour, noted) is { } entries)
                found[hour] = entries;
        }

        foreach (var (hour, entries) in await SaidAsync(logstoreId, [.. span.Where(hour => !found.ContainsKey(hour) && !noted.Starts.Contains(hour))], cancellation))
            Keep(hour, entries);
        foreach (var run in LogstoreKeys.Runs(span.Where(hour => !found.ContainsKey(hour))))
        {
            foreach (var (hour, entries) in await statements.OfHoursAsync(logstoreId, run, cancellation))
                Keep(hour, entries);
        }

        return found;

        void Keep(long hour, IReadOnlyList<LedgerEntry> entries)
        {
            quiet.Keep(logstoreId, hour, entries, noted);
            found[hour] = entries;
        }
    }

    /// <summary>The notes were asked for before: what is not noted is in the roll-up.</summary>
    private async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> SaidAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation) =>
        hours.Count == 0 ? new Dictionary<long, IReadOnlyList<LedgerEntry>>() : await rollUps.SaidAsync(logstoreId, hours, cancellation);
}
