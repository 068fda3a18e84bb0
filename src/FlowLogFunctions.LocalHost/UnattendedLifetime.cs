using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.LocalHost;

/// <summary>Leaves signals to <see cref="StopSignal"/>, which also covers the time before the host is there.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
