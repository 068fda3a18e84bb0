using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>Makes the tables, queues and containers that every use case takes for granted, before the first call.</summary>
internal sealed class StorageStart(ControlTable control, MessageQueues queues, CaptureFiles captures) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await control.CreateAsync(cancellationToken);
        await queues.CreateAsync(QueueNames.FlowLogChanges, cancellationToken);
        await queues.CreateAsync(QueueNames.Batches, cancellationToken);
        await captures.CreateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
