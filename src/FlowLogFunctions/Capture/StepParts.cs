using FlowLog.Chunks;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>Numbers the batches of one step on their way to the queue. The last one says how many there are, so one is always held back.</summary>
internal sealed class StepParts(MessageQueues queues)
{
    private Batch? _held;
    private int _parts;

    /// <summary>Whether the step has a batch.</summary>
    public bool HasAny => _held is not null;

    public async Task AddAsync(Batch batch, CancellationToken cancellation)
    {
        await SendHeldAsync(0, cancellation);
        _held = batch;
        _parts++;
    }

    /// <summary>Sends the last one, which says that no other follows.</summary>
    public Task CompleteAsync(CancellationToken cancellation) => SendHeldAsync(_parts, cancellation);

    private async Task SendHeldAsync(int parts, CancellationToken cancellation)
    {
        if (_held is not { } batch)
            return;
        var numbered = batch with
        {
            Step = batch.Step is { } step ? step with { Part = _parts - 1, Parts = parts } : null,
            Trace = MessageTrace.Parent,
        };
        await queues.SendAsync(QueueNames.Batches, new BinaryData(BatchMessage.Encode(numbered)), cancellation);
        _held = null;
    }
}
