namespace FlowLog.Network;

/// <summary>Which flows of an ENI a rule is for.</summary>
public enum RuleDirection
{
    Ingress = 0,
    Egress = 1,
}
