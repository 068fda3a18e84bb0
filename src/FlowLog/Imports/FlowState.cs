namespace FlowLog.Imports;

/// <summary>Where in its life a flow was when a tuple of Azure was written.</summary>
public enum FlowState
{
    /// <summary>Not said: NSG flow logs of version 1, and AWS.</summary>
    None = 0,
    Begin = 1,

    /// <summary>Still going on; written every five minutes.</summary>
    Continuing = 2,
    End = 3,
    Denied = 4,
}
