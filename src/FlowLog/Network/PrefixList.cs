using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>A named list of CIDR blocks that rules refer to. Entries may overlap.</summary>
public sealed record PrefixList(string Id, IReadOnlyList<Cidr> Entries);
