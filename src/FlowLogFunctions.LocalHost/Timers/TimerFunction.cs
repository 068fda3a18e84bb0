using FlowLogFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Timers;

/// <summary>Runs a function on its schedule, one run at a time. Occurrences that pass during a run make one run after it.</summary>
/// <param name="status">Null for a timer that is not monitored: it catches up nothing.</param>
internal sealed partial class TimerFunction(
    FunctionMethod function, TimerSchedule schedule, bool runOnStartup, ScheduleStatusFile? status, IServiceScopeFactory scopes, TimeProvider time, ILogger logger)
{
    /// <summary>Timers do not run while the machine sleeps, so the clock is looked at this often.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly FunctionInvoker<TimerInfo> _invoker =
        new(function, parameter => parameter.ParameterType == typeof(TimerInfo) ? info => info : null);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Until <paramref name="stopping"/>; a run that goes on then may use the time until <paramref name="graceOver"/>.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken graceOver)
    {
        var current = Begin();
        if (status is not null && Now > current.Next)
            current = await RunOnceAsync(current, isPastDue: true, graceOver);
        else if (runOnStartup)
            current = await RunOnceAsync(current, isPastDue: false, graceOver);
        while (!stopping.IsCancellationRequested)
        {
            await SleepUntilAsync(current.Next, stopping);
            if (!stopping.IsCancellationRequested)
                current = await RunOnceAsync(current, isPastDue: false, graceOver);
        }
    }

    /// <summary>What was kept, if it still fits the schedule; else the schedule begins now.</summary>
    private ScheduleStatus Begin()
    {
        if (status?.Read() is { } kept && kept.Next == schedule.NextAfter(kept.LastUpdated)) return kept;
        var begun = new ScheduleStatus { Next = schedule.NextAfter(Now), LastUpdated = Now };
        status?.Write(begun);
        return begun;
    }

    private async Task SleepUntilAsync(DateTime due, CancellationToken stopping)
    {
        while (due - Now is { Ticks: > 0 } left && !stopping.IsCancellationRequested)
            await Task.Delay(left < LongestSleep ? left : LongestSleep, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<ScheduleStatus> RunOnceAsync(ScheduleStatus current, bool isPastDue, CancellationToken graceOver)
    {
        var ran = Now;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = status is null ? null : current };
            await _invoker.InvokeAsync(scope.ServiceProvider, info, graceOver);
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name);
        }

        var next = new ScheduleStatus { Last = ran, Next = schedule.NextAfter(ran), LastUpdated = ran };
        status?.Write(next);
        return next;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 920, Level = LogLevel.Error, Message = "The function {Function} failed; it runs again at its next time.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
