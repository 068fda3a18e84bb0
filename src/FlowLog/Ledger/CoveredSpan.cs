namespace FlowLog.Ledger;

/// <summary>A time during which a flow log of the Logstore covers an ENI.</summary>
/// <param name="From">Unix seconds, inclusive.</param>
/// <param name="Until">Unix seconds, exclusive; <see cref="long.MaxValue"/> while it goes on.</param>
/// <param name="IntervalSeconds">Length of the ENI's capture windows.</param>
public readonly record struct CoveredSpan(long From, long Until, int IntervalSeconds);
