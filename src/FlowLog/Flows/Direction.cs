namespace FlowLog.Flows;

/// <summary>Where a flow goes, seen from the ENI.</summary>
public enum Direction
{
    /// <summary>Not known, or no traffic.</summary>
    None = 0,
    In = 1,
    Out = 2,
}
