using Microsoft.Extensions.Hosting;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Begins captures as the host starts, without keeping it, and ends them as it stops.</summary>
internal sealed class InterfaceStart(InterfaceCoverage coverage, InterfaceCaptures captures) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _begin = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _begin = Task.Run(() => coverage.BeginAsync(_stop.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _begin.WaitAsync(cancellationToken);
        captures.Dispose();
    }

    public void Dispose() => _stop.Dispose();
}
