using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Capture;

/// <summary>The timer that samples the traffic of all ENIs that active flow logs cover, each minute.</summary>
internal sealed class CaptureFunctions(WatchedCapture run)
{
    /// <summary>Each minute, ten seconds after the windows' ends: past their grace.</summary>
    private const string Schedule = "10 * * * * *";

    [Function("Capture")]
    public Task CaptureAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => run.RunAsync(cancellation);
}
