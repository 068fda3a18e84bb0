namespace FlowLogFunctions.FlowLogs;

/// <summary>What a flow log captures the traffic of.</summary>
internal enum FlowLogResourceType
{
    /// <summary>One ENI; Alibaba Cloud's API calls it NetworkInterface.</summary>
    ENI,

    /// <summary>Every ENI in a VSwitch, also those made later.</summary>
    VSwitch,

    /// <summary>Every ENI in a VPC, also those made later.</summary>
    VPC,
}
