using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

internal sealed class UnmonitoredFunction(Runs runs)
{
    [Function("Unmonitored")]
    public Task Run([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellation) => runs.RunAsync(timer).WaitAsync(cancellation);
}
