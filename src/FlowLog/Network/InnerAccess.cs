namespace FlowLog.Network;

/// <summary>Whether the members of one basic security group reach each other. Advanced groups have no such policy.</summary>
public enum InnerAccess
{
    /// <summary>They do, whatever the rules say.</summary>
    Accept = 0,

    /// <summary>They do not, unless a rule lets them.</summary>
    Drop = 1,
}
