using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Ledger;

/// <summary>
/// What a Logstore knows of each ENI's minutes. Read from what its batches say, hour by hour, the latest first: what a later step says of
/// the time before it shows what is missing there.
/// </summary>
internal sealed class LogstoreLedger(
    LogstoreTables tables, LedgerHours hours, LogstoreCoverage coverage, IOptions<LedgerOptions> options, IOptions<CaptureOptions> capture,
    TimeProvider time)
{
    /// <summary>After a window's end and its grace: the longest wait for capture's next run, and some time for that and for ingest.</summary>
    private const int HandOverSeconds = 90;

    private const int Minute = 60;
    private const int Hour = LogstoreKeys.SecondsPerHour;
    private const int Day = 24 * Hour;

    /// <param name="asked">Widened to whole minutes; what lies in the future or is no longer kept is left out.</param>
    /// <param name="eniId">The only ENI that is asked for; null for all.</param>
    public async Task<LedgerReport> ReadAsync(Scope scope, Logstore logstore, TimeRange asked, string? eniId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var listing = tables.DaysAsync(logstore.Id, cancellation);
        var covered = await coverage.OfAsync(scope, logstore, cancellation);
        var days = await listing;
        var range = RangeOf(asked, logstore, days, covered, now);
        var report = new LedgerReport(range);
        if (range.From >= range.To)
            return report;
        var rules = new LedgerRules(now.ToUnixTimeSeconds(), capture.Value.GraceSeconds + HandOverSeconds, options.Value.LostAfterMinutes * Minute);
        var enis = new LedgerEnis(covered, eniId);
        // One hour more than is asked for: its steps say what the last hour should have.
        var latest = CaptureWindow.Floor(range.To - 1, Hour);
        await foreach (var (hour, entries) in hours.OfAsync(logstore.Id, days, CaptureWindow.Floor(range.From, Hour), latest + Hour, cancellation))
        {
            foreach (var (eni, minutes) in enis.Take(hour, entries, rules))
            {
                if (hour <= latest)
                    report.Precede(eni, minutes);
            }
        }

        report.Complete();
        return report;
    }

    private static TimeRange RangeOf(
        TimeRange asked, Logstore logstore, IReadOnlyList<long> days, IReadOnlyDictionary<string, IReadOnlyList<CoveredSpan>> covered, DateTimeOffset now)
    {
        var whole = asked.WholeMinutes;
        var to = Math.Min(whole.To, CaptureWindow.Floor(now.ToUnixTimeSeconds() + Minute - 1, Minute));
        var kept = Retention.OldestStart(logstore, now) is { } oldest ? CaptureWindow.Floor(oldest + Minute - 1, Minute) : 0;
        var first = covered.Values.SelectMany(spans => spans).Select(span => span.From).Concat(days).DefaultIfEmpty(to).Min();
        // Days of before the first table were dropped, if the Logstore is older: nobody knows what was in them.
        if (days.Count > 0 && days[0] >= logstore.CreatedAt.ToUnixTimeSeconds() + Day)
            first = days[0];
        return new(Math.Max(Math.Max(whole.From, kept), CaptureWindow.Floor(first, Minute)), to);
    }
}
