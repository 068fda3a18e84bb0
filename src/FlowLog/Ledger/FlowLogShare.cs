namespace FlowLog.Ledger;

/// <summary>What a flow log asked for of a batch.</summary>
/// <param name="Bytes">The sum of the records' <c>bytes</c>; <see cref="long.MaxValue"/> if it is more.</param>
/// <param name="LastStart">The greatest start of the records, Unix seconds; 0 if there are none.</param>
public readonly record struct FlowLogShare(string FlowLogId, long Records, long Bytes, long LastStart);
