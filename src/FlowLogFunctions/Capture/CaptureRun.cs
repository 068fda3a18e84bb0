using FlowLogFunctions.Authorization;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>
/// One run of capture: of every account and region that may be captured, each covered ENI from its cursor to the last closed window.
/// Where the confirmation was revoked nothing is read and the cursors stay, so that it is caught up when it comes back.
/// </summary>
internal sealed partial class CaptureRun(
    FlowLogStore flowLogs, AuthorizationStore authorization, Coverage coverage, CaptureEni capture, RepairFlowLogs repair,
    IOptions<CaptureOptions> options, ILogger<CaptureRun> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
        {
            await repair.RunAsync(scope, cancellation);
            if (await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
                await RunAsync(scope, cancellation);
        }
    }

    private async Task RunAsync(Scope scope, CancellationToken cancellation)
    {
        var covered = await coverage.OfAsync(scope, cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(covered, parallel, (eni, stop) => RunAsync(scope, eni, stop));
    }

    /// <summary>What fails at one ENI must not keep the others from being captured; its cursor stays, so the next run tries again.</summary>
    private async ValueTask RunAsync(Scope scope, CoveredEni eni, CancellationToken cancellation)
    {
        try
        {
            await capture.RunAsync(scope, eni, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailed(log, eni.Eni.Id, fault);
        }
    }

    [LoggerMessage(100, LogLevel.Error, "Capture of {EniId} failed; the next run starts where this one did.")]
    private static partial void LogFailed(ILogger logger, string eniId, Exception fault);
}
