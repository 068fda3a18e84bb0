using FlowLog.Flows;

namespace FlowLogFunctions.Capture;

/// <summary>A flow log and a time during which it captures.</summary>
/// <param name="Since">Unix seconds: the start of the minute in which it became active, which belongs to it.</param>
/// <param name="Until">Unix seconds: the end of the second in which it was deactivated or deleted; <see cref="long.MaxValue"/> while it is active.</param>
internal sealed record CoveredTime(FlowLogs.FlowLog FlowLog, long Since, long Until)
{
    private const int Minute = 60;

    /// <summary>Null for a flow log that captures nothing.</summary>
    public static CoveredTime? Of(FlowLogs.FlowLog flowLog)
    {
        if (flowLog.ActiveSince is not { } since || !(flowLog.IsCapturing || flowLog.CapturedUntil is not null))
            return null;
        var until = flowLog.CapturedUntil is { } end ? end.ToUnixTimeSeconds() + 1 : long.MaxValue;
        return new(flowLog, CaptureWindow.Floor(since.ToUnixTimeSeconds(), Minute), until);
    }
}
