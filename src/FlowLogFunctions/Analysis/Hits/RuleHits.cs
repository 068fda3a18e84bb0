using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>What the rules of a security group decided in a time range.</summary>
/// <param name="Logstores">Those that were asked.</param>
/// <param name="Completeness">Of the Logstore that is the most complete; null if none was asked.</param>
internal sealed record RuleHits(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<RuleHit> Items, IReadOnlyList<AskedLogstore> Logstores, CompletenessTotals? Completeness);
