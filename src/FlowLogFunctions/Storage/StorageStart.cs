using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>Makes the tables, queues and containers that every use case takes for granted, before the first call.</summary>
internal sealed class StorageStart(ControlTable control, MessageQueues queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await control.CreateAsync(cancellationToken);
        await queues.CreateAsync(QueueNames.FlowLogChanges, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
