using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Begins captures as the host starts, without keeping it, and ends them as it stops.</summary>
internal sealed partial class InterfaceStart(InterfaceCoverage coverage, InterfaceCaptures captures, ILogger<InterfaceStart> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _begin = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _begin = Task.Run(BeginAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _begin.WaitAsync(cancellationToken);
        captures.Dispose();
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>What fails here the next run of capture begins.</summary>
    private async Task BeginAsync()
    {
        try
        {
            await coverage.BeginAsync(_stop.Token);
        }
        catch (Exception fault)
        {
            if (!_stop.IsCancellationRequested)
                LogLater(log, fault);
        }
    }

    [LoggerMessage(113, LogLevel.Warning, "Interfaces are captured from the next run of capture on.")]
    private static partial void LogLater(ILogger logger, Exception fault);
}
