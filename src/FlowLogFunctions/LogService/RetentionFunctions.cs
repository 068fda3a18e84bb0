using FlowLogFunctions.Capture;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LogService;

/// <summary>The timer that drops what nobody is to see any more: at start, and each hour, as a Logstore's time to live may be shortened at any time.</summary>
internal sealed class RetentionFunctions(DropOldDays days, DropLeftCaptures captures)
{
    /// <summary>Each hour, a minute after the day may have changed.</summary>
    private const string Schedule = "0 1 * * * *";

    [Function("DropOldDays")]
    public async Task DropAsync([TimerTrigger(Schedule, RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation)
    {
        await days.RunAsync(cancellation);
        await captures.RunAsync(cancellation);
    }
}
