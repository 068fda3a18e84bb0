using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Puts the records of one step into the queue, a slice at a time so that memory does not grow with them. The same records in the same
/// order make the same batches under the same ids.
/// </summary>
/// <param name="id">Of the step; ids of batches begin with it.</param>
internal sealed class StepBatches(Scope scope, string eniId, string id, CapturePlan plan, MessageQueues queues, Telemetry telemetry)
{
    private const int RecordsAtOnce = 100_000;

    private int _slices;

    public async Task EnqueueAsync(IEnumerable<FlowRecord> records, CancellationToken cancellation)
    {
        foreach (var slice in records.Chunk(RecordsAtOnce))
            await EnqueueAsync(slice, cancellation);
    }

    private async Task EnqueueAsync(FlowRecord[] slice, CancellationToken cancellation)
    {
        var prefix = _slices++ == 0 ? id : FormattableString.Invariant($"{id}-{_slices}");
        var measured = FlowColumns.Of([.. slice.Select(Unjudged)]);
        foreach (var batch in BatchSplitter.Split(prefix, scope.AccountId, scope.Region, eniId, plan.FlowLogIds, FlowColumns.Of(slice), measured))
            await queues.SendAsync(QueueNames.Batches, new BinaryData(BatchMessage.Encode(batch)), cancellation);
        telemetry.Enqueued(slice.Length);
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
