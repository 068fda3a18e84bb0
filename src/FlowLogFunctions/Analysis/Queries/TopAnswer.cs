using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>The keys with the most, exactly.</summary>
/// <param name="Total">Of all records that were found, each once.</param>
internal sealed record TopAnswer(
    DateTimeOffset From, DateTimeOffset To, string Field, string By, IReadOnlyList<TopItem> Items, TrafficSum Total, QueryStatistics Statistics,
    CompletenessTotals Completeness);
