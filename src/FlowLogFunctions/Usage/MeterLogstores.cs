using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Usage;

/// <summary>
/// Counts what Logstores took in, hour by hour, from the chunks themselves: an hour that was written to is counted again as a whole, so
/// that neither a repeated message nor a repeated run counts anything twice.
/// </summary>
internal sealed class MeterLogstores(HourNotes notes, LogstoreStore logstores, LogstoreTables tables, UsageStore usage, UpkeepTelemetry telemetry)
{
    /// <summary>Counts the hours of an account's region that were written to since they were last looked after.</summary>
    public async Task RunAsync(Scope scope, CancellationToken cancellation)
    {
        await foreach (var note in notes.AllAsync(cancellation).Where(note => note.Value.Scope == scope))
        {
            var found = await logstores.FindAsync(scope, note.Value.Project, note.Value.Logstore, cancellation);
            if (found?.Value is { } logstore && logstore.Id == note.Value.LogstoreId)
                await CountAsync(note.Value, logstore, cancellation);
        }
    }

    public Task CountAsync(HourNote note, Logstore logstore, CancellationToken cancellation)
    {
        var activity = Traces.Work("meter hour").Of(note.Scope)?.SetTag("flowlog.logstore", note.LogstoreId).SetTag("flowlog.hour", note.Hour);
        return activity.RunAsync(() => CountHourAsync(note, logstore, cancellation));
    }

    private async Task CountHourAsync(HourNote note, Logstore logstore, CancellationToken cancellation)
    {
        var (records, charge) = await tables.ChargesAsync(note.LogstoreId, note.Hour, cancellation);
        // A table that was dropped since takes nothing back of what was counted.
        if (records == 0 && charge == default)
            return;
        var traffic = new MeteredTraffic(records, charge.Written, charge.Indexed, charge.TableCalls, charge.QueueCalls);
        var day = new UsageDay(
            UsageStore.DayOf(note.Hour), note.LogstoreId, note.Project, note.Logstore, logstore.TtlDays, new Dictionary<int, MeteredTraffic>());
        await usage.PutHourAsync(note.Scope, note.Hour, day, traffic, cancellation);
        telemetry.Metered();
    }
}
