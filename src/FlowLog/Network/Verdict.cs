using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>What was decided about a flow, and by what.</summary>
/// <param name="RuleId">Id of the rule, or one of <see cref="DefaultRules"/>.</param>
/// <param name="RuleVersion">Version of the rule's security group; 0 where a default decided.</param>
public readonly record struct Verdict(FlowAction Action, string RuleId, int RuleVersion)
{
    /// <summary>Nothing was decided: the direction is not known, or the ENI has no security group.</summary>
    public static readonly Verdict None = new(FlowAction.None, "", 0);
}
