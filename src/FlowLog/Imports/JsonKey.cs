namespace FlowLog.Imports;

/// <summary>The keys of Azure's flow logs that matter; the order in which they stand does not.</summary>
internal enum JsonKey
{
    Other = 0,
    Records,
    Rule,
    Mac,
    FlowTuples,
}
