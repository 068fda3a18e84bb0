using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>The addresses of an ENI and the security groups that they are members of.</summary>
public sealed record Membership(IReadOnlyCollection<IpAddress> Addresses, IReadOnlyCollection<string> GroupIds);
