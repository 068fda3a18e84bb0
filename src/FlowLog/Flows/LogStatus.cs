namespace FlowLog.Flows;

/// <summary>Whether a window's traffic could be recorded.</summary>
public enum LogStatus
{
    Ok = 0,

    /// <summary>No packet in or out of the ENI in the window.</summary>
    NoData = 1,

    /// <summary>Some traffic of the window could not be recorded; the record's skip-reason says why.</summary>
    SkipData = 2,
}
