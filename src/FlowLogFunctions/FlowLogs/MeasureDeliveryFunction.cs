using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.FlowLogs;

/// <summary>The timer that measures how flow logs are delivered.</summary>
internal sealed class MeasureDeliveryFunction(MeasureDelivery measure)
{
    /// <summary>Each minute, when capture's records have been taken in.</summary>
    private const string Schedule = "45 * * * * *";

    [Function("MeasureDelivery")]
    public Task MeasureAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => measure.RunAsync(cancellation);
}
