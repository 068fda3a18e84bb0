using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Merging;

/// <summary>The timer that looks after the hours that have been written to.</summary>
internal sealed class MergingFunctions(KeepHours hours)
{
    /// <summary>Every five minutes, between two runs of capture.</summary>
    private const string Schedule = "40 */5 * * * *";

    [Function("KeepLogstores")]
    public Task KeepAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => hours.RunAsync(cancellation);
}
