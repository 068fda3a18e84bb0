using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Observability;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Usage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Merging;

/// <summary>
/// Goes through the hours of all Logstores that have been written to: those that are over are rolled up, merged and taken into their day's roll-up. Only
/// then the note goes, so an hour without a note has all of its records in its roll-up.
/// </summary>
internal sealed partial class KeepHours(
    HourNotes notes, LogstoreStore logstores, MeterLogstores meter, PartitionMerge merge, HourRollUp hourly, DayRollUp daily, UpkeepTelemetry telemetry,
    TimeProvider time, ILogger<KeepHours> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var note in notes.AllAsync(cancellation))
        {
            try
            {
                await VisitAsync(note, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // The note stays: the next run comes back to it. Other hours may lie where storage answers and nothing is damaged.
                telemetry.Left("merge", fault);
                LogLeft(log, UpkeepTelemetry.LevelOf(fault), note.Value.LogstoreId, note.Value.Hour, fault);
            }
        }
    }

    /// <summary>Each noted hour, the open ones too, comes by here at every run until it has been merged.</summary>
    private async Task VisitAsync(Stored<HourNote> note, CancellationToken cancellation)
    {
        var (hour, now) = (note.Value, time.GetUtcNow());
        var logstore = (await logstores.FindAsync(hour.Scope, hour.Project, hour.Logstore, cancellation))?.Value;
        if (logstore?.Id == hour.LogstoreId)
        {
            await meter.CountAsync(hour, logstore, cancellation);
            if (!HourNotes.IsDue(hour, now))
                return;
            var activity = Traces.Work("merge hour").Of(hour.Scope)?.SetTag("flowlog.logstore", hour.LogstoreId).SetTag("flowlog.hour", hour.Hour);
            if (!await activity.RunAsync(() => CloseAsync(hour, cancellation)))
                return;
        }

        await notes.RemoveAsync(note, cancellation);
    }

    /// <summary>Rolls the hour up before its chunks are merged, as lists of many chunks know more than those of few. False if the note is to stay.</summary>
    private async Task<bool> CloseAsync(HourNote hour, CancellationToken cancellation)
    {
        if (!await hourly.CloseAsync(hour.LogstoreId, hour.Hour, cancellation))
            return false;
        for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
            await merge.RunAsync(hour.LogstoreId, hour.Hour, shard, cancellation);
        return await daily.TakeAsync(hour.LogstoreId, hour.Hour, cancellation);
    }

    [LoggerMessage(EventId = 451, Message = "The hour {Hour} of the Logstore {Logstore} is left for the next run")]
    private static partial void LogLeft(ILogger logger, LogLevel level, string logstore, long hour, Exception fault);
}
