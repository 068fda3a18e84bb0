using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.RollUps;

/// <summary>The timer that keeps the roll-ups of open hours.</summary>
internal sealed class RollUpFunctions(RefreshHours hours)
{
    /// <summary>Each minute, between capture's run and its end.</summary>
    private const string Schedule = "25 * * * * *";

    [Function("RollUpHours")]
    public Task RollUpAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => hours.RunAsync(cancellation);
}
