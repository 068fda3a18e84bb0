namespace FlowLogFunctions.Analysis.Hits;

/// <summary>What one version of a rule, or a default, decided.</summary>
/// <param name="RuleVersion">Version of the security group; null of a default.</param>
/// <param name="FirstHit">The first packet of the earliest record; null if there is none.</param>
/// <param name="LastHit">The last packet of the latest record.</param>
internal sealed record RuleHit(
    string RuleId, int? RuleVersion, long Records, long Packets, long Bytes, DateTimeOffset? FirstHit = null, DateTimeOffset? LastHit = null);
