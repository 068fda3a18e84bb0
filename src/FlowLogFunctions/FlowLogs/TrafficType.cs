namespace FlowLogFunctions.FlowLogs;

/// <summary>Which traffic a flow log keeps.</summary>
internal enum TrafficType
{
    All,

    /// <summary>What the security group rules let through.</summary>
    Allow,

    /// <summary>What the security group rules refused.</summary>
    Drop,
}
