namespace FlowLog.Ledger;

/// <summary>A time of which a Logstore should have everything: a later step says that it was captured.</summary>
/// <param name="From">Unix seconds, inclusive.</param>
/// <param name="Until">Unix seconds, exclusive.</param>
/// <param name="SentAt">Unix seconds: all of it was in the queue by then.</param>
public readonly record struct LedgerClaim(long From, long Until, long SentAt);
