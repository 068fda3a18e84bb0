using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>Makes the tables, queues and containers that every use case takes for granted, before the first call.</summary>
internal sealed class StorageStart(ControlTable control) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => control.CreateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
