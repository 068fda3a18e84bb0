namespace FlowLog.Network;

/// <summary>The two kinds of security group. All groups of one ENI are of one kind.</summary>
public enum SecurityGroupType
{
    /// <summary>Basic: members reach each other unless told otherwise, all may go out, nothing else comes in.</summary>
    Normal = 0,

    /// <summary>Advanced: nothing passes without a rule, not even between members.</summary>
    Enterprise = 1,
}
