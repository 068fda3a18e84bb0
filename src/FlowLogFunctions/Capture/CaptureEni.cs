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
    /// <summary>One step, if there is one to do.</summary>
    /// <param name="mayStep">Whether it may be begun, or is only looked for.</param>
    /// <returns>Whether there may be another.</returns>
    public async Task<bool> StepAsync(EniTurn turn, bool mayStep, CaptureTally tally, CancellationToken cancellation)
    {
        EniResult? end = EniResult.Failed;
        try
        {
            end = await EndAsync(turn, mayStep, tally, cancellation);
            return end is null;
        }
        finally
        {
            if (end is { } result)
                telemetry.WentThrough(result);
        }
    }

    /// <summary>How the run ended for the ENI; null if it has not.</summary>
    private async Task<EniResult?> EndAsync(EniTurn turn, bool mayStep, CaptureTally tally, CancellationToken cancellation)
    {
        var (scope, covered) = (turn.Scope, turn.Covered);
        var source = sources.Of(scope, covered.Eni);
        var cursor = turn.Cursor ?? await cursors.FindAsync(scope, covered.Eni.Id, cancellation);
        var planned = await planner.PlanAsync(scope, covered, cursor?.Value, source, cancellation);
        if (planned.Plan is null)
            return EniResult.Done;
        if (!mayStep)
            return EniResult.TimeUp;
        var isRepeated = ReferenceEquals(planned, cursor?.Value);
        if (!isRepeated)
            cursor = await cursors.SaveAsync(scope, covered.Eni.Id, planned, cursor?.ETag, cancellation);
        if (cursor is { } begun)
            cursor = await WatchedStepAsync(scope, covered, begun, source, isRepeated, cancellation);
        turn.Cursor = cursor;
        if (cursor is null)
            return EniResult.TakenOver;
        tally.Add(source.Type);
        telemetry.Stepped(CamelCaseEnum<TrafficSourceType>.NameOf(source.Type));
        return null;
    }

    private Task<Stored<CaptureCursor>?> WatchedStepAsync(
        Scope scope, CoveredEni covered, Stored<CaptureCursor> cursor, ITrafficSource source, bool isRepeated, CancellationToken cancellation)
    {
        var activity = Traces.Work("capture step").Of(scope)?.SetTag("flowlog.eni", covered.Eni.Id)
            .SetTag("flowlog.source", CamelCaseEnum<TrafficSourceType>.NameOf(source.Type))
            .SetTag("flowlog.step", StepId(covered, cursor));
        return activity.RunAsync(() => StepAsync(scope, covered, cursor, source, isRepeated, cancellation));
    }

    /// <summary>Ids of the step's batches begin with it.</summary>
    private static string StepId(CoveredEni covered, Stored<CaptureCursor> cursor) =>
        FormattableString.Invariant($"{covered.Eni.Id}-{cursor.Value.Sequence:D8}");

    private async Task<Stored<CaptureCursor>?> StepAsync(
        Scope scope, CoveredEni covered, Stored<CaptureCursor> cursor, ITrafficSource source, bool isRepeated, CancellationToken cancellation)
    {
        var (eni, plan) = (covered.Eni, cursor.Value.Plan!);
        var made = await records.OpenAsync(scope, eni, plan, cancellation);
        made.Know(cursor.Value.Busy);
        var id = StepId(covered, cursor);
        var parts = new StepParts(queues);
        var early = new StepBatches(scope, eni.Id, id + "-early", plan, plan.Step(""), parts, telemetry);
        var open = new FlowAggregator(plan.IntervalSeconds, plan.MaxFlows, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
        var flows = new StepFlows(
            open, plan.MaxFlows, (closed, stop) => early.EnqueueAsync(made.Of(closed), stop), (judged, stop) => early.EnqueueAsync(made.Of(judged), stop));
        var reading = await source.ReadAsync(scope, eni, cursor.Value, plan, flows, cancellation);
        var batches = new StepBatches(
            scope, eni.Id, reading.Reader.Length == 0 ? id : $"{id}-{reading.Reader}", plan, plan.Step(reading.Reader), parts, telemetry);
        var gone = isRepeated && reading.Gone.Count > 0 ? made.OfTheGone(reading.Gone) : [];
        await batches.EnqueueAsync(
            made.Of([.. open.Drain()]).Concat(made.Of(reading.Judged)).Concat(Later(() => made.OfTheRest(reading))), cancellation);

        // Under an id that no batch had which was sent before: ingest would take it for that one. Files only become fewer.
        await new StepBatches(scope, eni.Id, FormattableString.Invariant($"{id}-gone{reading.Gone.Count}"), plan, plan.Step(reading.Reader), parts, telemetry)
            .EnqueueAsync(gone, cancellation);
        await batches.CompleteAsync(cancellation);
        telemetry.ClosedEarly(open.ClosedEarly);
        telemetry.Lost(reading.Losses.Count, CamelCaseEnum<TrafficSourceType>.NameOf(source.Type));
        var moved = cursor.Value with
        {
            Until = reading.IsCut ? plan.From : plan.Until,
            Busy = reading.IsCut ? made.Busy : [],
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
