namespace FlowLog.Network;

/// <summary>What a rule does with the flows it matches.</summary>
public enum RulePolicy
{
    Accept = 0,

    /// <summary>Silently: the sender gets no reply.</summary>
    Drop = 1,
}
