using FlowLog.Flows;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Up to when a Logstore has all that can come of some ENIs.</summary>
internal sealed class DeliveryWatermark(LogstoreLedger ledger, TimeProvider time)
{
    /// <summary>Hours that one run goes on at most, when it has stood still for long.</summary>
    private const int MaxHours = 24;

    private const int Minute = 60;
    private const int Hour = LogstoreKeys.SecondsPerHour;

    /// <param name="from">Unix seconds of a whole minute: all before is known to be complete.</param>
    /// <returns>The first minute that is not; null without ENIs.</returns>
    public async Task<long?> AdvanceAsync(Scope scope, Logstore logstore, IReadOnlyList<string> enis, long from, CancellationToken cancellation)
    {
        if (enis.Count == 0)
            return null;
        var now = CaptureWindow.Floor(time.GetUtcNow().ToUnixTimeSeconds(), Minute);
        for (var hours = 0; from < now && hours < MaxHours; hours++)
        {
            var until = Math.Min(CaptureWindow.Floor(from, Hour) + Hour, now);
            var report = await ledger.ReadAsync(scope, logstore, new TimeRange(from, until), null, cancellation);
            var least = enis.Min(eni => report.FirstIncomplete(eni)) ?? until;
            if (least < until)
                return least;
            from = until;
        }

        return from;
    }
}
