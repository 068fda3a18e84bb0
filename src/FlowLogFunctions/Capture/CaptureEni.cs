using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>
/// An ENI, step by step from its cursor to now: plan, read, judge, enqueue, and only then move the cursor. The plan is saved first:
/// a step that was cut off is repeated with the same batches, which ingest knows by their ids.
/// </summary>
internal sealed class CaptureEni(
    CursorStore cursors, CapturePlanner planner, TrafficSources sources, RecordMaker records, MessageQueues queues,
    IOptions<CaptureOptions> options, Telemetry telemetry)
{
    public async Task RunAsync(Scope scope, CoveredEni covered, CancellationToken cancellation)
    {
        var source = sources.Of(covered.Eni);
        var cursor = await cursors.FindAsync(scope, covered.Eni.Id, cancellation);
        while (true)
        {
            var planned = await planner.PlanAsync(scope, covered, cursor?.Value, source, cancellation);
            if (planned.Plan is null)
                return;
            if (!ReferenceEquals(planned, cursor?.Value))
                cursor = await cursors.SaveAsync(scope, covered.Eni.Id, planned, cursor?.ETag, cancellation);
            if (cursor is not null)
                cursor = await StepAsync(scope, covered, cursor, source, cancellation);
            // Another run has taken over this ENI.
            if (cursor is null)
                return;
        }
    }

    private async Task<Stored<CaptureCursor>?> StepAsync(
        Scope scope, CoveredEni covered, Stored<CaptureCursor> cursor, ITrafficSource source, CancellationToken cancellation)
    {
        var (eni, plan) = (covered.Eni, cursor.Value.Plan!);
        var flows = new FlowAggregator(plan.IntervalSeconds, options.Value.MaxFlows);
        var reading = await source.ReadAsync(scope, eni, cursor.Value, plan, flows, cancellation);
        var made = await records.MakeAsync(scope, eni, plan, [.. flows.Drain()], reading, cancellation);
        var id = FormattableString.Invariant($"{eni.Id}-{cursor.Value.Sequence:D8}") + (reading.Reader.Length == 0 ? "" : $"-{reading.Reader}");
        await EnqueueAsync(scope, eni.Id, id, plan, made, cancellation);
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

    private async Task EnqueueAsync(
        Scope scope, string eniId, string id, CapturePlan plan, IReadOnlyList<FlowRecord> made, CancellationToken cancellation)
    {
        if (made.Count == 0)
            return;
        var measured = FlowColumns.Of([.. made.Select(Unjudged)]);
        foreach (var batch in BatchSplitter.Split(id, scope.AccountId, scope.Region, eniId, plan.FlowLogIds, FlowColumns.Of(made), measured))
            await queues.SendAsync(QueueNames.Batches, new BinaryData(BatchMessage.Encode(batch)), cancellation);
        telemetry.Enqueued(made.Count);
    }

    /// <summary>A record without what rests on the rules and the inventory: they may have changed when a step is repeated.</summary>
    private static FlowRecord Unjudged(FlowRecord record) => record with
    {
        Direction = Direction.None,
        Action = FlowAction.None,
        RuleId = "",
        RuleVersion = 0,
        TrafficPath = 0,
        VmId = "",
    };
}
