using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Which state follows which: a call begins a passing state, settling ends it.</summary>
internal static class FlowLogTransitions
{
    /// <summary>Enters a passing state, or says why the present state does not allow it.</summary>
    public static Outcome<FlowLog> Begin(this FlowLog flowLog, FlowLogStatus passing, DateTimeOffset now)
    {
        if (!MayBegin(flowLog.Status, passing))
            return Refusal.Conflict("InvalidStatus", $"The flow log is {flowLog.Status}; {Advice(flowLog.Status)}");
        return flowLog with
        {
            Status = passing,
            Former = passing == FlowLogStatus.Modifying ? flowLog.Status : null,
            StatusChangedAt = now,
        };
    }

    /// <summary>The lasting state after a passing one; null if the flow log is to go.</summary>
    public static FlowLog? Settle(this FlowLog flowLog, DateTimeOffset now) => flowLog.Status switch
    {
        FlowLogStatus.Activating => flowLog with { Status = FlowLogStatus.Active, StatusChangedAt = now, ActiveSince = now },
        FlowLogStatus.Deactivating => flowLog with { Status = FlowLogStatus.Inactive, StatusChangedAt = now, ActiveSince = null },
        FlowLogStatus.Modifying => flowLog with { Status = flowLog.Former ?? FlowLogStatus.Inactive, Former = null, StatusChangedAt = now },
        FlowLogStatus.Deleting => null,
        _ => flowLog,
    };

    public static bool IsPassing(this FlowLogStatus status) => status is not (FlowLogStatus.Active or FlowLogStatus.Inactive);

    private static bool MayBegin(FlowLogStatus present, FlowLogStatus passing) => passing switch
    {
        FlowLogStatus.Activating => present == FlowLogStatus.Inactive,
        FlowLogStatus.Deactivating => present == FlowLogStatus.Active,
        FlowLogStatus.Modifying or FlowLogStatus.Deleting => !present.IsPassing(),
        _ => false,
    };

    private static string Advice(FlowLogStatus present) =>
        present.IsPassing() ? "wait until it is Active or Inactive, and repeat." : "the call does not fit that state.";
}
