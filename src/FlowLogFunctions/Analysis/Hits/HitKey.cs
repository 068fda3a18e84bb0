namespace FlowLogFunctions.Analysis.Hits;

/// <summary>Records that come from one place: one ENI's, of an hour, that one version of a rule decided.</summary>
/// <param name="Hour">Unix seconds of its start.</param>
internal readonly record struct HitKey(string RuleId, int RuleVersion, string EniId, long Hour);
