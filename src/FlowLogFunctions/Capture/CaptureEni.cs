using System.Security.Cryptography;
using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>
/// An ENI, step by step from its cursor to now: plan, read, judge, enqueue, and only then move the cursor. The plan is saved first:
/// a step that was cut off is repeated with the same batches, which ingest knows by their ids.
/// </summary>
internal sealed class CaptureEni(
    CursorStore cursors, CapturePlanner planner, TrafficSources sources, RecordMaker records, MessageQueues queues,
    Telemetry telemetry)
{
    public async Task RunAsync(Scope scope, CoveredEni covered, CaptureTally tally, CancellationToken cancellation)
    {
        var result = EniResult.Failed;
        try
        {
            result = await StepsAsync(scope, covered, tally, cancellation) ? EniResult.Done : EniResult.TakenOver;
        }
        finally
        {
            telemetry.WentThrough(result);
        }
    }

    /// <summary>False if another run has taken over this ENI.</summary>
    private async Task<bool> StepsAsync(Scope scope, CoveredEni covered, CaptureTally tally, CancellationToken cancellation)
    {
        var source = sources.Of(scope, covered.Eni);
        var cursor = await cursors.FindAsync(scope, covered.Eni.Id, cancellation);
        while (true)
        {
            var planned = await planner.PlanAsync(scope, covered, cursor?.Value, source, cancellation);
            if (planned.Plan is null)
                return true;
            if (!ReferenceEquals(planned, cursor?.Value))
                cursor = await cursors.SaveAsync(scope, covered.Eni.Id, planned, cursor?.ETag, cancellation);
            if (cursor is { } begun)
                cursor = await WatchedStepAsync(scope, covered, begun, source, cancellation);
            if (cursor is null)
                return false;
            tally.Add(source.Type);
            telemetry.Stepped(CamelCaseEnum<TrafficSourceType>.NameOf(source.Type));
        }
    }

    private Task<Stored<CaptureCursor>?> WatchedStepAsync(
        Scope scope, CoveredEni covered, Stored<CaptureCursor> cursor, ITrafficSource source, CancellationToken cancellation)
    {
        var activity = Traces.Work("capture step").Of(scope)?.SetTag("flowlog.eni", covered.Eni.Id)
            .SetTag("flowlog.source", CamelCaseEnum<TrafficSourceType>.NameOf(source.Type))
            .SetTag("flowlog.step", StepId(covered, cursor));
        return activity.RunAsync(() => StepAsync(scope, covered, cursor, source, cancellation));
    }

    /// <summary>Ids of the step's batches begin with it.</summary>
    private static string StepId(CoveredEni covered, Stored<CaptureCursor> cursor) =>
        FormattableString.Invariant($"{covered.Eni.Id}-{cursor.Value.Sequence:D8}");

    private async Task<Stored<CaptureCursor>?> StepAsync(
        Scope scope, CoveredEni covered, Stored<CaptureCursor> cursor, ITrafficSource source, CancellationToken cancellation)
    {
        var (eni, plan) = (covered.Eni, cursor.Value.Plan!);
        var made = await records.OpenAsync(scope, eni, plan, cancellation);
        var id = StepId(covered, cursor);
        var parts = new StepParts(queues);
        var early = new StepBatches(scope, eni.Id, id + "-early", plan, plan.Step(""), parts, telemetry);
        var open = new FlowAggregator(plan.IntervalSeconds, plan.MaxFlows, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
        var flows = new StepFlows(
            open, plan.MaxFlows, (closed, stop) => early.EnqueueAsync(made.Of(closed), stop), (judged, stop) => early.EnqueueAsync(made.Of(judged), stop));
        var reading = await source.ReadAsync(scope, eni, cursor.Value, plan, flows, cancellation);
        var batches = new StepBatches(
            scope, eni.Id, reading.Reader.Length == 0 ? id : $"{id}-{reading.Reader}", plan, plan.Step(reading.Reader), parts, telemetry);
        await batches.EnqueueAsync(
            made.Of([.. open.Drain()]).Concat(made.Of(reading.Judged)).Concat(Later(() => made.OfTheRest(reading))), cancellation);
        await batches.CompleteAsync(cancellation);
        telemetry.ClosedEarly(open.ClosedEarly);
        telemetry.Lost(reading.Losses.Count, CamelCaseEnum<TrafficSourceType>.NameOf(source.Type));
        var moved = cursor.Value with
        {
            Until = plan.Until,
            Sequence = cursor.Value.Sequence + 1,
            Plan = null,
            Files = reading.Files,
            Logs = reading.Logs ?? cursor.Value.Logs,
        };
        return await cursors.SaveAsync(scope, eni.Id, moved, cursor.ETag, cancellation);
    }

    /// <summary>Asked for when all before it has been taken: the rest depends on it.</summary>
    private static IEnumerable<FlowRecord> Later(Func<IEnumerable<FlowRecord>> records)
    {
        foreach (var record in records())
            yield return record;
    }
}
