namespace FlowLog.Network;

/// <summary>What is wrong with one field of a security group rule.</summary>
/// <param name="Field">The rule's property in camel case, such as <c>sourcePorts</c>.</param>
/// <param name="Code">Alibaba's error code, as AuthorizeSecurityGroup spells it.</param>
public sealed record RuleProblem(string Field, string Code, string Message);
