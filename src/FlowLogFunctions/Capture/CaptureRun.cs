using System.Collections.Concurrent;
using FlowLogFunctions.Authorization;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>
/// One run of capture: of every account and region that may be captured, each covered ENI from its cursor to the last closed window, step by step in
/// turn with the others. A backlog for which a run has no time is left to the next.
/// Where the confirmation was revoked nothing is read and the cursors stay, so that it is caught up when it comes back.
/// </summary>
internal sealed partial class CaptureRun(
    FlowLogStore flowLogs, AuthorizationStore authorization, Coverage coverage, CaptureEni capture, RepairFlowLogs repair,
    IOptions<CaptureOptions> options, Telemetry telemetry, TimeProvider time, ILogger<CaptureRun> log)
{
    /// <summary>By ENI that was covered in the last run: the number of the run that began a step of it last.</summary>
    private readonly ConcurrentDictionary<(Scope Scope, string Eni), long> _served = new();
    private long _run;

    public async Task RunAsync(CaptureTally tally, CancellationToken cancellation) =>
        await RunAsync(await flowLogs.ScopesAsync(cancellation).ToListAsync(cancellation), tally, cancellation);

    public async Task RunAsync(IReadOnlyList<Scope> scopes, CaptureTally tally, CancellationToken cancellation)
    {
        var opened = new ConcurrentBag<EniTurn>();
        await Parallel.ForEachAsync(scopes, Parallelism(cancellation), async (scope, stop) =>
            await TryAsync($"{scope.AccountId} in {scope.Region}", async () => await OpenAsync(scope, opened.Add, stop), tally, stop));
        foreach (var gone in _served.Keys.Except(opened.Select(Key)).ToList())
            _served.TryRemove(gone, out _);
        await RunAsync(opened, tally, cancellation);
    }

    /// <summary>One account and region.</summary>
    public async Task RunAsync(Scope scope, CaptureTally tally, CancellationToken cancellation)
    {
        var opened = new List<EniTurn>();
        await OpenAsync(scope, opened.Add, cancellation);
        await RunAsync(opened, tally, cancellation);
    }

    private static (Scope Scope, string Eni) Key(EniTurn turn) => (turn.Scope, turn.Covered.Eni.Id);

    private ParallelOptions Parallelism(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellation };

    private async Task OpenAsync(Scope scope, Action<EniTurn> add, CancellationToken cancellation)
    {
        await repair.RunAsync(scope, cancellation);
        if (!await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
        {
            telemetry.Unconfirmed();
            return;
        }

        var seenAt = time.GetUtcNow();
        foreach (var covered in await coverage.OfAsync(scope, cancellation))
            add(new(scope, covered with { SeenAt = seenAt }));
    }

    /// <summary>Those first that have waited for the longest.</summary>
    private Task RunAsync(IEnumerable<EniTurn> opened, CaptureTally tally, CancellationToken cancellation)
    {
        var turns = new CaptureTurns(TimeSpan.FromSeconds(options.Value.RunSeconds), time);
        foreach (var turn in opened.OrderBy(turn => _served.GetValueOrDefault(Key(turn))).ThenBy(turn => turn.Covered.Eni.Id, StringComparer.Ordinal))
            turns.Add(turn);
        var run = Interlocked.Increment(ref _run);
        return Task.WhenAll(Enumerable.Range(0, options.Value.Parallelism).Select(_ => Task.Run(() => WorkAsync(turns, run, tally, cancellation), cancellation)));
    }

    private async Task WorkAsync(CaptureTurns turns, long run, CaptureTally tally, CancellationToken cancellation)
    {
        while (turns.Take() is { } turn)
        {
            cancellation.ThrowIfCancellationRequested();
            var (began, isMore, mayStep) = (time.GetTimestamp(), false, turns.MayStep(turn));
            if (mayStep)
                _served[Key(turn)] = run;
            await TryAsync(turn.Covered.Eni.Id, async () => isMore = await capture.StepAsync(turn, mayStep, tally, cancellation), tally, cancellation);
            turns.End(turn, time.GetElapsedTime(began), isMore);
        }
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
