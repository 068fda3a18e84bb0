using FlowLogFunctions.Authorization;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>
/// Begins the captures of interfaces that active flow logs cover, ahead of the next run of capture. What fails here that run makes good,
/// so nobody else need fail for it.
/// </summary>
internal sealed partial class InterfaceCoverage(
    FlowLogStore flowLogs, AuthorizationStore authorization, Coverage coverage, HostSources hostSources, InterfaceCaptures captures, ILogger<InterfaceCoverage> log)
{
    /// <summary>Of all accounts and regions.</summary>
    public Task BeginAsync(CancellationToken cancellation) => TryAsync(async () =>
    {
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
            await BeginAsync(scope, cancellation);
    }, cancellation);

    public Task BeginAsync(Scope scope, CancellationToken cancellation) => TryAsync(async () =>
    {
        if (!hostSources.Allow(scope.AccountId, TrafficSourceType.Interface) || !await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
            return;
        foreach (var covered in await coverage.OfAsync(scope, cancellation))
            if (covered.Eni.Source.Type == TrafficSourceType.Interface)
                captures.Ask(scope, covered.Eni);
    }, cancellation);

    private async Task TryAsync(Func<Task> begin, CancellationToken cancellation)
    {
        try
        {
            await begin();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogLater(log, fault);
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    [LoggerMessage(113, LogLevel.Warning, "Interfaces are captured from the next run of capture on.")]
    private static partial void LogLater(ILogger logger, Exception fault);
}
