using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

internal sealed class AtStartFunction(Runs runs)
{
    [Function("AtStart")]
    public Task Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) => runs.RunAsync(timer).WaitAsync(cancellation);
}
