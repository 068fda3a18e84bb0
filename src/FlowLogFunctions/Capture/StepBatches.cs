using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Puts the records of one step into the queue, a slice at a time so that memory does not grow with them. The same records in the same
/// order make the same batches under the same ids.
/// </summary>
/// <param name="id">Of the step; ids of batches begin with it.</param>
/// <param name="step">What the batches say of the step; null if nothing.</param>
internal sealed class StepBatches(Scope scope, string eniId, string id, CapturePlan plan, BatchStep? step, StepParts parts, Telemetry telemetry)
{
    private const int RecordsAtOnce = 100_000;

    private int _slices;

    public async Task EnqueueAsync(IEnumerable<FlowRecord> records, CancellationToken cancellation)
    {
        foreach (var slice in records.Chunk(RecordsAtOnce))
            await EnqueueAsync(slice, cancellation);
    }

    /// <summary>Sends what was held back. A step without any record says so in a batch without rows, unless it has no time of its own.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        if (!parts.HasAny && step is not null && step.Until > step.From)
            await parts.AddAsync(Empty(), cancellation);
        await parts.CompleteAsync(cancellation);
    }

    private async Task EnqueueAsync(FlowRecord[] slice, CancellationToken cancellation)
    {
        var prefix = _slices++ == 0 ? id : FormattableString.Invariant($"{id}-{_slices}");
        var measured = FlowColumns.Of([.. slice.Select(Unjudged)]);
        foreach (var batch in BatchSplitter.Split(prefix, scope.AccountId, scope.Region, eniId, plan.FlowLogIds, FlowColumns.Of(slice), measured, step))
            await parts.AddAsync(batch, cancellation);
        telemetry.Enqueued(slice.Length);
    }

    private Batch Empty() => new()
    {
        Id = id + "-0000",
        AccountId = scope.AccountId,
        Region = scope.Region,
        EniId = eniId,
        FlowLogIds = plan.FlowLogIds,
        Chunk = ChunkEncoder.Encode(FlowColumns.Of([])),
        Step = step,
    };

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
