namespace FlowLog.Flows;

/// <summary>What the security groups decided.</summary>
public enum FlowAction
{
    /// <summary>Nothing was decided: no traffic, or no rules known.</summary>
    None = 0,
    Accept = 1,
    Reject = 2,
}
