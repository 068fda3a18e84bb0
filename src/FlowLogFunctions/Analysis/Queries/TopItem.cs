namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What one key has; <c>-</c> of records that have none.</summary>
internal sealed record TopItem(string Key, long Records, long Packets, long Bytes);
