using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Observability;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.RollUps;

/// <summary>Takes what has been written lately into the roll-ups of the hours that are written to, so that few chunks are left to be read one by one.</summary>
internal sealed partial class RefreshHours(HourNotes notes, LogstoreStore logstores, HourRollUp hourly, UpkeepTelemetry telemetry, TimeProvider time, ILogger<RefreshHours> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var note in notes.AllAsync(cancellation))
        {
            try
            {
                await RefreshAsync(note.Value, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                telemetry.Left("roll up", fault);
                LogLeft(log, UpkeepTelemetry.LevelOf(fault), note.Value.LogstoreId, note.Value.Hour, fault);
            }
        }
    }

    /// <summary>Hours that are due are closed by <see cref="KeepHours"/>.</summary>
    private async Task RefreshAsync(HourNote hour, CancellationToken cancellation)
    {
        if (HourNotes.IsDue(hour, time.GetUtcNow()))
            return;
        var logstore = (await logstores.FindAsync(hour.Scope, hour.Project, hour.Logstore, cancellation))?.Value;
        if (logstore?.Id != hour.LogstoreId || logstore.ReportSince is null)
            return;
        var activity = Traces.Work("roll up hour").Of(hour.Scope)?.SetTag("flowlog.logstore", hour.LogstoreId).SetTag("flowlog.hour", hour.Hour);
        await activity.RunAsync(() => hourly.RefreshAsync(hour.LogstoreId, hour.Hour, cancellation));
    }

    [LoggerMessage(EventId = 452, Message = "The roll-up of the hour {Hour} of the Logstore {Logstore} is left for the next run")]
    private static partial void LogLeft(ILogger logger, LogLevel level, string logstore, long hour, Exception fault);
}
