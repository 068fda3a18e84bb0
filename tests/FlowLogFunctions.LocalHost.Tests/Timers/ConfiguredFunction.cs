using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

internal sealed class ConfiguredFunction(Runs runs)
{
    [Function("Configured")]
    public Task Run([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellation) => runs.RunAsync(timer).WaitAsync(cancellation);
}
