using FlowLogFunctions.Health;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Observability;

namespace FlowLogFunctions.Capture;

/// <summary>A run of capture that is traced and measured, and noted for whoever asks how the service is.</summary>
internal sealed class WatchedCapture(CaptureRun run, RecordMaker records, HealthNotes notes, Telemetry telemetry, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (startedAt, begun, tally) = (time.GetUtcNow(), time.GetTimestamp(), new CaptureTally());
        var result = CaptureResult.Failed;
        try
        {
            await Traces.Work("capture run").RunAsync(() => run.RunAsync(tally, cancellation));
            records.Forget();
            result = tally.Failures == 0 ? CaptureResult.Done : CaptureResult.DoneInPart;
        }
        finally
        {
            telemetry.Ran(time.GetElapsedTime(begun), result.ToString());
            await NoteAsync(new(startedAt, time.GetUtcNow(), result, tally.Steps, tally.Failures, new Dictionary<string, DateTimeOffset>()), tally);
        }
    }

    /// <summary>Not cancelled with the run: that it was cut off is worth noting, too.</summary>
    private async Task NoteAsync(CaptureNote note, CaptureTally tally)
    {
        var last = (await notes.TryFindAsync<CaptureNote>())?.LastCaptures ?? note.LastCaptures;
        var captured = last.ToDictionary(StringComparer.Ordinal);
        foreach (var source in tally.Sources)
            captured[CamelCaseEnum<TrafficSourceType>.NameOf(source)] = note.EndedAt;
        await notes.TryPutAsync(note with { LastCaptures = captured });
    }
}
