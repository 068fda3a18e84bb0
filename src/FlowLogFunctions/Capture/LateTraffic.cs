using FlowLog.Flows;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>How long after its end a flow log still gets what comes late of the time before: foreign flow logs come minutes after their traffic.</summary>
internal sealed class LateTraffic(IOptions<CloudLogOptions> options)
{
    private const int Minute = 60;

    /// <summary>Unix seconds: the end itself, or when the foreign logs of its hour count as complete; <see cref="long.MaxValue"/> while it captures.</summary>
    public long Until(Eni eni, CoveredTime covering) => covering.Until == long.MaxValue || !IsOf(eni)
        ? covering.Until
        : CaptureWindow.Floor(covering.Until - 1, LogstoreKeys.SecondsPerHour) + LogstoreKeys.SecondsPerHour + (options.Value.ClosingMinutes * Minute);

    /// <summary>Whether an ENI's traffic is known from foreign flow logs.</summary>
    public static bool IsOf(Eni eni) =>
        eni.Source.Type is TrafficSourceType.VNetFlowLogs or TrafficSourceType.NsgFlowLogs or TrafficSourceType.AwsFlowLogs;
}
