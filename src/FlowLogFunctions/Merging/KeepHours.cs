using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Usage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Merging;

/// <summary>Goes through the hours of all Logstores that have been written to, and merges those that are over.</summary>
internal sealed partial class KeepHours(HourNotes notes, LogstoreStore logstores, MeterLogstores meter, PartitionMerge merge, TimeProvider time, ILogger<KeepHours> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var note in notes.AllAsync(cancellation))
        {
            try
            {
                await VisitAsync(note, cancellation);
            }
            catch (Exception fault) when (StorageOutage.Is(fault))
            {
                // The note stays: the next run comes back to it. Other hours may lie where storage answers.
                LogLeft(log, note.Value.LogstoreId, note.Value.Hour, fault);
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
            for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
                await merge.RunAsync(hour.LogstoreId, hour.Hour, shard, cancellation);
        }

        await notes.RemoveAsync(note, cancellation);
    }

    [LoggerMessage(451, LogLevel.Warning, "The hour {Hour} of the Logstore {Logstore} is left for the next run")]
    private static partial void LogLeft(ILogger logger, string logstore, long hour, Exception fault);
}
