using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

internal sealed class HourlyFunction(Runs runs)
{
    [Function("Hourly")]
    public Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation) => runs.RunAsync(timer).WaitAsync(cancellation);
}
