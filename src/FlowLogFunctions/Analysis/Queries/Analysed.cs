using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What was found, what it took, and how complete it is.</summary>
internal sealed record Analysed<T>(T Value, QueryStatistics Statistics, CompletenessTotals Completeness);
