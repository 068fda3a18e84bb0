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
    IOptions<CaptureOptions> options, Telemetry telemetry, ILogger<CaptureRun> log)
{
    public async Task RunAsync(CaptureTally tally, CancellationToken cancellation)
    {
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
            await TryAsync($"{scope.AccountId} in {scope.Region}", () => RunAsync(scope, tally, cancellation), tally, cancellation);
    }

    /// <summary>One account and region.</summary>
    public async Task RunAsync(Scope scope, CaptureTally tally, CancellationToken cancellation)
    {
        await repair.RunAsync(scope, cancellation);
        if (!await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
        {
            telemetry.Unconfirmed();
            return;
        }

        var covered = await coverage.OfAsync(scope, cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(covered, parallel, async (eni, stop) =>
            await TryAsync(eni.Eni.Id, () => capture.RunAsync(scope, eni, tally, stop), tally, stop));
    }

    /// <summary>What fails at one account or ENI must not keep the others from being captured; cursors stay, so the next run tries again.</summary>
    private async Task TryAsync(string what, Func<Task> run, CaptureTally tally, CancellationToken cancellation)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            tally.AddFailure();
            LogFailed(log, what, fault);
        }
    }

    [LoggerMessage(100, LogLevel.Error, "Capture of {What} failed; the next run starts where this one did.")]
    private static partial void LogFailed(ILogger logger, string what, Exception fault);
}
