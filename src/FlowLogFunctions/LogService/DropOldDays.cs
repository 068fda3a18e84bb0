using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LogService;

/// <summary>Drops the days that Logstores no longer keep, and all of those that were deleted.</summary>
internal sealed partial class DropOldDays(
    FlowLogStore flowLogs, LogstoreStore logstores, LogstoreTables tables, UpkeepTelemetry telemetry, TimeProvider time, ILogger<DropOldDays> log)
{
    /// <summary>How long a deletion is remembered: a worker that still knew the Logstore may leave a table behind.</summary>
    private static readonly TimeSpan DeletionKept = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var dropped in logstores.DroppedAsync(cancellation))
            await TryAsync(dropped.Id, () => DropAsync(dropped, cancellation));
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
        {
            foreach (var row in await logstores.AllAsync(scope, cancellation))
                await TryAsync(row.Value.Id, () => DropOldAsync(scope, row.Value, cancellation));
        }
    }

    private async Task DropAsync(DroppedLogstore dropped, CancellationToken cancellation)
    {
        var days = await tables.DaysAsync(dropped.Id, cancellation);
        await DropAsync(dropped.Id, days, cancellation);
        if (days.Count == 0 && time.GetUtcNow() - dropped.DroppedAt >= DeletionKept)
            await logstores.ForgetDroppedAsync(dropped.Id, cancellation);
    }

    private async Task DropOldAsync(Scope scope, Logstore listed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var days = await tables.DaysAsync(listed.Id, cancellation);
        if (!days.Any(day => Retention.IsPast(listed, day, now)))
            return;

        // What is dropped is lost: so the time to live is asked for once more, it may have been lengthened since the list was read.
        var found = await logstores.FindAsync(scope, listed.Project, listed.Name, cancellation);
        if (found?.Value is { } logstore && logstore.Id == listed.Id)
            await DropAsync(logstore.Id, days.Where(day => Retention.IsPast(logstore, day, now)), cancellation);
    }

    private async Task DropAsync(string logstoreId, IEnumerable<long> days, CancellationToken cancellation)
    {
        foreach (var day in days)
        {
            var activity = Traces.Work("drop day")?.SetTag("flowlog.logstore", logstoreId).SetTag("flowlog.day", day);
            await activity.RunAsync(() => tables.DropAsync(logstoreId, day, cancellation));
            telemetry.Dropped();
        }
    }

    /// <summary>What fails now comes by again in an hour; the others have their turn.</summary>
    private async Task TryAsync(string logstoreId, Func<Task> drop)
    {
        try
        {
            await drop();
        }
        catch (Exception fault) when (StorageOutage.Is(fault))
        {
            LogLeft(log, logstoreId, fault);
        }
    }

    [LoggerMessage(462, LogLevel.Warning, "Old days of the Logstore {Logstore} are left for the next run")]
    private static partial void LogLeft(ILogger logger, string logstore, Exception fault);
}
