namespace FlowLogFunctions.Network;

/// <summary>Entries that a prefix list had once.</summary>
internal sealed record FormerPrefixList(string Id, DateTimeOffset Until, IReadOnlyList<string> Entries) : Former(Id, Until);
