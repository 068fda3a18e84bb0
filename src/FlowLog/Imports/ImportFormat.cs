namespace FlowLog.Imports;

/// <summary>A foreign flow log that is read.</summary>
public enum ImportFormat
{
    /// <summary>Something else.</summary>
    None = 0,

    /// <summary>Azure's virtual network flow logs, version 4: JSON.</summary>
    VNetFlowLog = 1,

    /// <summary>Azure's network security group flow logs, version 1 or 2, also mixed: JSON.</summary>
    NsgFlowLog = 2,

    /// <summary>AWS's VPC flow logs, version 2 to 11: lines of text under a header.</summary>
    AwsFlowLog = 3,
}
